//! The public directory as tables. What is not named here does not leave, and what is named passes the publication gate.

use super::gate::Gate;
use crate::db::Linked;
use crate::error::{Error, Result};
use crate::on;

/// One CSV file.
pub struct Table {
    pub name: &'static str,
    pub text: Vec<u8>,
    pub rows: usize,
}

type Row = (String, String, String, String, String);

/// # Errors
/// The database's.
pub async fn tables(linked: &mut impl Linked, gate: &Gate) -> Result<Vec<Table>> {
    let units: Vec<Row> = on!(linked, conn => sqlx::query_as("select u.government, u.slug, u.name, u.kind, coalesce(p.slug, '') from unit u left join unit p on p.id = u.parent_id order by u.government, u.slug").fetch_all(conn).await?);
    let positions: Vec<Row> = on!(linked, conn => sqlx::query_as("select p.government, p.slug, p.title, p.type, u.slug from position p join unit u on u.id = p.unit_id order by p.government, p.slug").fetch_all(conn).await?);
    let services: Vec<Row> = on!(linked, conn => sqlx::query_as(
        "select s.government, s.slug, s.name, v.completion_time, v.fee from service s join service_standard v on v.service_id = s.id where v.valid_to is null order by s.government, s.slug").fetch_all(conn).await?);
    let open = &gate.open;
    let kept = |open: bool, text: String| if open { text } else { String::new() };
    let services = services
        .into_iter()
        .map(|(government, slug, name, time, fee)| (government, slug, kept(open.service_name, name), kept(open.standard_completion_time, time), kept(open.standard_fee, fee)))
        .collect();
    Ok(vec![
        table("units", ["government", "slug", "name", "kind", "parent"], units)?,
        table("positions", ["government", "slug", "title", "type", "unit"], positions)?,
        table("services", ["government", "slug", "name", "completion_time", "fee"], services)?,
    ])
}

fn table(name: &'static str, head: [&str; 5], rows: Vec<Row>) -> Result<Table> {
    let broken = |e: csv::Error| Error::Broken(e.to_string());
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(head).map_err(broken)?;
    let count = rows.len();
    for (a, b, c, d, e) in rows {
        writer.write_record([a, b, c, d, e].map(defused)).map_err(broken)?;
    }
    Ok(Table { name, text: writer.into_inner().map_err(|e| Error::Broken(e.to_string()))?, rows: count })
}

/// The text as a cell: a spreadsheet runs one that begins with one of these; an apostrophe makes it text.
pub fn defused(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::defused;

    #[test]
    fn a_cell_is_never_a_formula() {
        assert_eq!(defused("=HYPERLINK(1)".into()), "'=HYPERLINK(1)");
        assert_eq!(defused("Dinas".into()), "Dinas");
    }
}
