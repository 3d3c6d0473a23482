//! What was asked, decided and seen: for those who may know identities, and for the reporter.

use vocabulary::accounts::Role;
use vocabulary::feedback::ByRole;
use vocabulary::identity::IdentityAct;

use super::DESKS;
use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::Linked;
use crate::error::{Error, Result};
use crate::feedback::case::{StaffCase, staff_case};
use crate::feedback::guard::Interests;
use crate::feedback::tell::SLOT;
use crate::ids::{AccountId, CaseId};
use crate::on;
use crate::vault;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Act {
    request: i64,
    #[sqlx(try_from = "String")]
    pub kind: IdentityAct,
    pub at: Millis,
    #[sqlx(try_from = "String")]
    pub by_role: ByRole,
    pub(super) by_account_id: Option<AccountId>,
    pub note: String,
    pub until: Option<Millis>,
}

/// One request with its acts, the asking first.
#[derive(Debug, Clone)]
pub struct Request {
    pub(super) number: i64,
    pub acts: Vec<Act>,
}

impl Request {
    pub fn asked(&self) -> &Act {
        &self.acts[0]
    }

    fn last(&self) -> IdentityAct {
        self.acts.last().map_or(IdentityAct::Lapsed, |act| act.kind)
    }

    pub fn waits_for_decision(&self) -> bool {
        self.last() == IdentityAct::Asked
    }

    pub fn is_approved(&self) -> bool {
        self.last() == IdentityAct::Approved
    }

    pub fn is_open(&self) -> bool {
        self.waits_for_decision() || self.is_approved()
    }

    pub fn is_of(&self, actor: &Actor) -> bool {
        self.asked().by_account_id == Some(actor.account)
    }
}

async fn of_case(linked: &mut impl Linked, case: CaseId) -> Result<Vec<Request>> {
    let acts: Vec<Act> = on!(linked, conn => sqlx::query_as("select request, kind, at, by_role, by_account_id, note, until from identity_step where case_id = $1 order by request, stage")
        .bind(case).fetch_all(conn).await?);
    let mut found: Vec<Request> = Vec::new();
    for act in acts {
        match found.last_mut().filter(|r| r.number == act.request) {
            Some(request) => request.acts.push(act),
            None => found.push(Request { number: act.request, acts: vec![act] }),
        }
    }
    Ok(found)
}

pub(super) async fn last_request(linked: &mut impl Linked, case: CaseId) -> Result<Option<Request>> {
    Ok(of_case(linked, case).await?.pop())
}

/// The case, its requests, the newest last, and whether there is an identity at all.
///
/// # Errors
/// [`Error::NotFound`] for everyone who may not know identities.
pub async fn requests(linked: &mut impl Linked, actor: &Actor, reference: &str) -> Result<(StaffCase, Vec<Request>, bool)> {
    let (case, desks) = staff_case(linked, actor, reference).await?;
    if !desks.iter().any(|desk| DESKS.contains(desk)) || Interests::of(linked, actor, &case.government).await?.in_line(&case.matter()) {
        return Err(Error::NotFound);
    }
    let found = of_case(linked, case.id).await?;
    let is_kept = vault::holds(linked, case.id, SLOT).await?;
    Ok((case, found, is_kept))
}

/// Every request, for the reporter, whom a receipt has proved.
///
/// # Errors
/// The database's.
pub async fn told(linked: &mut impl Linked, case: CaseId) -> Result<Vec<Request>> {
    of_case(linked, case).await
}

/// References of cases in which somebody else's request waits for this actor's decision.
///
/// # Errors
/// The database's.
pub async fn waiting(linked: &mut impl Linked, actor: &Actor) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for government in actor.governments() {
        if !actor.holds_in(Role::Verifier, &government) && !actor.holds_in(Role::Inspector, &government) {
            continue;
        }
        let asked: Vec<String> = on!(linked, conn => sqlx::query_scalar(
            "select c.reference from identity_step s join feedback_case c on c.id = s.case_id where s.stage = 1 and c.government = $1 and s.by_account_id <> $2 \
             and not exists (select 1 from identity_step l where l.case_id = s.case_id and l.request = s.request and l.stage > 1) order by s.at limit 30")
            .bind(&government).bind(actor.account).fetch_all(conn).await?);
        for reference in asked {
            match requests(linked, actor, &reference).await {
                Ok(_) => found.push(reference),
                Err(Error::NotFound) => {}
                Err(e) => return Err(e),
            }
        }
    }
    Ok(found)
}
