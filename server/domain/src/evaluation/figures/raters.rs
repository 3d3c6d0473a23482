//! Who is counted in a quarter, and as what: reads the cases of the quarter and makes of each rater's last report one
//! place in each margin.

use std::collections::HashMap;

use super::Rater;
use super::margins::{MARGINS, PRAISE};
use crate::calendar::Calendar;
use crate::clock::{Millis, day_text, local_day, parse_day};
use crate::db::Linked;
use crate::directory::Government;
use crate::error::Result;
use crate::ids::{CaseId, UnitId};
use crate::on;
use crate::rules;

#[derive(sqlx::FromRow)]
struct Row {
    case_id: CaseId,
    unit_id: UnitId,
    kind: String,
    element: Option<String>,
    received_at: Millis,
    first_answer: Option<Millis>,
    pauses: String,
    owner: Option<String>,
    status: String,
    closed_reason: Option<String>,
    contested: i64,
    state: Option<String>,
    decision: Option<String>,
    grounds: Option<String>,
}

impl Row {
    /// Working days from receipt to a moment, without those on which the reporter was waited for.
    fn days_until(&self, calendar: &Calendar, offset: i64, at: Millis) -> Option<i64> {
        let (from, to) = (local_day(self.received_at, offset), local_day(at, offset));
        let mut days = calendar.counted(from, to)?;
        for (stopped, went_on) in self.pauses.split(' ').filter_map(|pause| pause.split_once('/')) {
            let (stopped, went_on) = (parse_day(stopped)?, parse_day(went_on)?);
            if stopped < to {
                days -= calendar.counted(stopped, went_on.min(to))?;
            }
        }
        Some(days)
    }

    fn counted(&self, calendar: &Calendar, offset: i64, now: Millis, promised: Option<i64>) -> Rater {
        let kind = MARGINS[2].1.iter().find(|cell| **cell == self.kind).copied();
        let ending = match (self.contested > 0, self.status.as_str(), self.closed_reason.as_deref()) {
            (true, ..) => "contested",
            (_, "closed", Some("confirmed")) => "confirmed",
            (_, "closed", _) => "silent",
            _ => "open",
        };
        let evidence = match (self.state.as_deref(), self.decision.as_deref()) {
            (_, Some("reject")) => "rejected",
            (_, Some(_)) => "accepted",
            (Some("open" | "held"), _) => "waiting",
            _ => "none",
        };
        let grounds = self.grounds.as_deref().filter(|_| evidence == "rejected").and_then(|g| MARGINS[5].1.iter().find(|cell| **cell == g).copied());
        let element = self.element.as_deref().and_then(|e| MARGINS[3].1.iter().find(|cell| **cell == e).copied()).or(Some("unnamed")).filter(|_| kind != Some(PRAISE));
        let days = self.first_answer.and_then(|at| self.days_until(calendar, offset, at));
        // Without an answer it is late as soon as its days are over; what cannot be counted is not called late.
        let timely = match (promised, self.first_answer) {
            (None, _) => "no_clock",
            (Some(promised), Some(_)) => days.map_or("running", |days| if days <= promised { "in_time" } else { "late" }),
            (Some(promised), None) => self.days_until(calendar, offset, now).map_or("running", |days| if days > promised { "late" } else { "running" }),
        };
        Rater { unit: self.unit_id, cells: [Some(timely), Some(ending), kind, element, Some(evidence), grounds], days }
    }
}

/// The raters of a quarter, each once a unit, with the last report.
///
/// It reads the cases that came in between two moments and nothing older: one more case costs no more when there are many.
/// Only what everybody may read one by one is counted: what is left when those are taken from a table would be the others.
/// A case counts for the unit that answered it first; until then for that which has it, else for that which it names.
pub(super) async fn raters(linked: &mut impl Linked, government: &Government, from: Millis, until: Millis, now: Millis) -> Result<Vec<Rater>> {
    let rows: Vec<Row> = on!(linked, conn => sqlx::query_as(
        "select c.id as case_id, coalesce((select f.unit_id from feedback_step f where f.case_id = c.id and f.kind = 'answered' order by f.number limit 1), c.handling_unit_id, c.unit_id) as unit_id, c.kind, c.element, c.received_at, c.pauses, o.owner, c.status, c.closed_reason, \
         (select min(a.at) from feedback_step a where a.case_id = c.id and a.kind = 'answered') as first_answer, \
         (select count(*) from feedback_step t where t.case_id = c.id and t.kind = 'contested') as contested, k.state, d.decision, d.grounds \
         from feedback_case c left join feedback_owner o on o.case_id = c.id left join evidence_card k on k.case_id = c.id \
         left join evidence_decision d on d.card_id = k.id and d.number = (select max(number) from evidence_decision n where n.card_id = k.id) \
         where c.government = $1 and c.received_at >= $2 and c.received_at < $3 and c.kind <> 'penyimpangan' and c.protection <> 'rahasia' and c.published_at is not null and c.public_text is not null and c.status not in ('submitted', 'needs_info', 'merged', 'redirected', 'archived', 'withdrawn') \
         and coalesce(c.unit_id, c.handling_unit_id) is not null \
         and not exists (select 1 from evidence_suspect s where s.subject_id = c.id and (s.settled_as is null or s.settled_as = 'discarded')) order by c.received_at, c.id")
        .bind(&government.slug).bind(from).bind(until).fetch_all(conn).await?);
    let (calendar, offset) = (Calendar::whole(linked).await?, government.utc_offset_hours);
    // The clock of a kind as the rule was on the day of receipt; a quarter has few days and fewer kinds.
    let mut clocks: HashMap<(String, time::Date), Option<i64>> = HashMap::new();
    let mut last: HashMap<(UnitId, String), Rater> = HashMap::new();
    for row in rows {
        let key = (row.kind.clone(), local_day(row.received_at, offset));
        let promised = match clocks.get(&key) {
            Some(days) => *days,
            None => {
                let days = rules::maybe_in_force(linked, &format!("feedback.answer.{}", row.kind), &day_text(key.1)).await?.map(|rule| rule.value);
                clocks.insert(key, days);
                days
            }
        };
        let rater = row.owner.clone().unwrap_or_else(|| row.case_id.to_string());
        last.insert((row.unit_id, rater), row.counted(&calendar, offset, now, promised));
    }
    Ok(last.into_values().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_do_not_count_while_the_reporter_is_waited_for() {
        let mut table = csv::Reader::from_reader(include_str!("../../../../data/reference/holidays_id_2024_2027.csv").as_bytes());
        let calendar = Calendar::new(table.records().filter_map(|row| parse_day(row.ok()?.get(0)?)));
        let at = |day: &str| parse_day(day).unwrap().midnight().assume_utc().unix_timestamp() * 1000;
        let row = |answered: Option<&str>, pauses: &str| Row {
            case_id: CaseId(uuid::Uuid::nil()),
            unit_id: UnitId(uuid::Uuid::nil()),
            kind: "pengaduan".into(),
            element: None,
            received_at: at("2026-11-02"),
            first_answer: answered.map(at),
            pauses: pauses.into(),
            owner: None,
            status: "closed".into(),
            closed_reason: None,
            contested: 0,
            state: None,
            decision: None,
            grounds: None,
        };
        for (answered, pauses, now, timely, days, why) in [
            (Some("2026-11-20"), "", "2026-12-01", "in_time", Some(14), "on the last day"),
            (Some("2026-11-23"), "", "2026-12-01", "late", Some(15), "a working day later"),
            (Some("2026-11-23"), "2026-11-04/2026-11-06", "2026-12-01", "in_time", Some(13), "two days it waited"),
            (Some("2026-11-06"), "2026-11-09/2026-11-12", "2026-12-01", "in_time", Some(4), "a pause of after the answer is none of its"),
            (None, "", "2026-11-20", "running", None, "its days last on"),
            (None, "", "2026-11-23", "late", None, "no answer, and its days are over"),
        ] {
            let counted = row(answered, pauses).counted(&calendar, 0, at(now), Some(14));
            assert_eq!((counted.cells[0], counted.days), (Some(timely), days), "{why}");
        }
        assert_eq!(row(None, "").counted(&calendar, 0, at("2026-12-01"), None).cells[0], Some("no_clock"));
    }
}
