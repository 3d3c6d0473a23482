//! Mail to somebody of the directory, at every address that is shown to be theirs: also to who holds no post or role any
//! more. It tells that something waits, and by when; what it is stands behind the sign-in.

use super::outbox::{Mail, promise_mail_at};
use crate::clock::Millis;
use crate::db::Tx;
use crate::error::Result;
use crate::ids::PersonId;
use crate::on;
use crate::portal::Portal;

/// Promises a mail to a person, to be sent at this time; returns to how many addresses. `args` hold days and nothing of
/// what the mail is about.
///
/// # Errors
/// The database's.
pub async fn mail_person(portal: &Portal, tx: &mut Tx, person: PersonId, key: &str, args: &[(&str, &str)], at: Millis) -> Result<usize> {
    let addresses: Vec<String> = on!(&mut *tx, conn => sqlx::query_scalar("select email from account where person_id = $1 and confirmed_at is not null order by created_at, id").bind(person).fetch_all(conn).await?);
    let args: Vec<(String, String)> = args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    for to in &addresses {
        // Staff work in Indonesian.
        let mail = Mail { to: to.clone(), language: "id".into(), key: key.into(), args: args.clone() };
        promise_mail_at(portal, tx, &mail, at).await?;
    }
    Ok(addresses.len())
}
