//! Reports from and for programs of others, by Open311 GeoReport v2: what may be reported, the published requests, keys,
//! sending by key, and what changed. The words of the standard are drawn in `app/src/open311`; a report takes the same
//! way as a resident's, and is hidden until it is verified.

mod forward;
mod keys;
mod lapor;
mod peers;
pub mod remote;
mod requests;
mod services;
mod submit;
mod updates;

pub use forward::{Errand, Forwarded, Heard, Told, Work, claim_errand, errand_failed, errand_heard, errand_sent, forward, forward_again, forwarded, forwarded_for_reporter};
pub use keys::{ApiKey, KeyRow, MadeKey, end_key, key_of, keys, make_key};
pub use lapor::{COLUMNS as LAPOR_COLUMNS, Imported, NEEDED as LAPOR_NEEDED, import_lapor, lapor_csv, read_lapor};
pub use peers::{Peer, change_key, end_peer, make_peer, peers, peers_to_send_to};
pub use requests::{Request, Wanted, own_request, photos_of_requests, public_request, requests};
pub use services::{Asked, Definition, Offered, definition, offered};
pub use submit::{Exchanged, Submitted, exchange, submit};
pub use updates::{Update, updates, write_update};
