//! What another office does: the reporter is told which, why and where.

use vocabulary::Fault;
use vocabulary::feedback::{Action, RedirectInput};

use super::accept::unpublish;
use super::archive::close;
use super::case::StaffCase;
use super::clocks::wrong;
use super::steps::NewStep;
use super::transition::{Hand, apply};
use crate::db::Tx;
use crate::directory::redirects;
use crate::error::{Error, Result};
use crate::on;
use crate::portal::Portal;

pub(super) async fn send_on(portal: &Portal, tx: &mut Tx, mut case: StaffCase, hand: &Hand<'_>, input: &RedirectInput) -> Result<()> {
    let action = Action::Redirect;
    case.leads(action, hand.role(action))?;
    let office = match &input.known {
        Some(key) => match redirects::redirect(tx, key).await {
            Err(Error::NotFound) => return Err(wrong("instansi", Fault::UnknownChoice)),
            other => other?.office,
        },
        None => input.named.clone().unwrap_or_default(),
    };
    unpublish(tx, &case).await?;
    close(portal, tx, &case).await?;
    on!(tx, conn => sqlx::query("update feedback_case set redirected_to = $2, redirected_office = $3 where id = $1")
        .bind(case.id).bind(&input.known).bind(&office).execute(conn).await?.rows_affected());
    let step = NewStep { note: &input.note, ..hand.step(action) };
    apply(portal, tx, &mut case, action, step, &(&office, &input.note)).await
}
