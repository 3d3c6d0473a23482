//! A change is written into the directory, as soon as it is published: the same for a form, a file and an approval.

use vocabulary::directory::{ChangeAction, SubjectKind};

use super::changes::{After, NewChange};
use super::history::{self, PositionContent, ServiceContent, UnitContent};
use super::standards::{self, StandardContent};
use super::tenures;
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::ids::{PositionId, ServiceId, TenureId, UnitId};
use crate::notifications::news;
use crate::on;
use crate::portal::Portal;

/// Writes the change into the directory. What it was made from must still be so.
pub(super) async fn apply(portal: &Portal, tx: &mut Tx, government: &str, today: &str, change: &NewChange) -> Result<()> {
    match &change.after {
        After::Unit(content) => {
            if change.action == ChangeAction::Add {
                super::edit::unit::insert(tx, government, change, content).await?;
            } else {
                unchanged::<UnitContent>(tx, change).await?;
            }
            history::put(tx, government, change.subject, content, &change.valid_from).await
        }
        After::Position(content) => {
            if change.action == ChangeAction::Add {
                super::edit::position::insert(tx, government, change, content).await?;
            } else {
                unchanged::<PositionContent>(tx, change).await?;
            }
            history::put(tx, government, change.subject, content, &change.valid_from).await
        }
        After::Service(content) => {
            if change.action == ChangeAction::Add {
                super::edit::service::insert(tx, government, change, content).await?;
            } else {
                unchanged::<ServiceContent>(tx, change).await?;
            }
            history::put(tx, government, change.subject, content, &change.valid_from).await
        }
        After::Standard(content) => {
            let service = ServiceId(change.subject);
            let before: Option<StandardContent> = change.before.clone().map(serde_json::from_value).transpose().map_err(|e| Error::Broken(e.to_string()))?;
            // A promise is not changed for days that have passed while the proposal waited; the first one may look back.
            if standards::content_on(tx, service, &change.valid_from).await? != before || (before.is_some() && change.valid_from.as_str() < today) {
                return Err(Refusal::ChangedMeanwhile.into());
            }
            standards::put(tx, service, content, &change.valid_from).await?;
            news::standard(portal, tx, government, service, change.unit, &change.valid_from).await
        }
        After::Tenure(content) => tenures::put(portal, tx, government, TenureId(change.subject), content).await,
        After::End { successor } => {
            let last = history::day_before(&change.valid_from)?;
            match change.kind {
                SubjectKind::Unit => {
                    super::edit::unit::may_end(tx, UnitId(change.subject), &change.valid_from).await?;
                    history::end::<UnitContent>(tx, change.subject, &last).await?;
                    if let Some(successor) = successor {
                        on!(tx, conn => sqlx::query("insert into directory_successor (subject_id, successor_id, since) values ($1, $2, $3) on conflict (subject_id, successor_id) do nothing")
                            .bind(change.subject).bind(successor).bind(&change.valid_from).execute(conn).await?.rows_affected());
                    }
                    Ok(())
                }
                SubjectKind::Position => {
                    history::end::<PositionContent>(tx, change.subject, &last).await?;
                    tenures::end_all(tx, PositionId(change.subject), &last).await
                }
                SubjectKind::Service => history::end::<ServiceContent>(tx, change.subject, &last).await,
                SubjectKind::Tenure => tenures::end(tx, TenureId(change.subject), &last).await,
                SubjectKind::Standard => Err(Error::Broken("a standard ends when the next begins".into())),
            }
        }
    }
}

/// Two people who edit the same thing do not undo each other: what the second one's form was made from must still hold.
async fn unchanged<C: history::Content>(tx: &mut Tx, change: &NewChange) -> Result<()> {
    let now = history::on_day::<C>(tx, change.subject, &change.valid_from).await?.map(|v| v.content);
    let before: Option<C> = change.before.clone().map(serde_json::from_value).transpose().map_err(|e| Error::Broken(e.to_string()))?;
    if now == before { Ok(()) } else { Err(Refusal::ChangedMeanwhile.into()) }
}
