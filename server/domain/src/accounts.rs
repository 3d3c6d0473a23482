//! Who signs in, with what roles, and where they are signed in.

mod actor;
mod grant;
mod roles;
mod sessions;
mod sign_in;
mod sign_in_link;
mod sign_up;

pub use actor::{Actor, GovernmentScope, Grant};
pub use grant::{DemoAccount, account_of, demo_account, demo_accounts, end_role, grant, has_accounts, has_demo_accounts, join_person};
pub use roles::{HeldRole, RoleChange, give_role, held_roles, role_changes, take_role};
pub use sessions::{OpenSession, end_others, end_session, open_sessions};
pub use sign_in::sign_in;
pub use sign_in_link::{request_link, use_link};
pub use sign_up::{NewAccount, create, sign_up};
