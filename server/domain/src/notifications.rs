//! Mail and notices. They are promised inside the transaction of what they tell, and done after it by a worker.

pub mod news;
mod notices;
mod outbox;
mod people;

pub use news::next_batch;
pub use notices::{Notice, NoticeMark, notices, tell};
pub use outbox::{Job, Mail, Promised, claim, fail, finish, promise_mail, promise_mail_at, promise_mail_until, waiting};
pub use people::mail_person;
