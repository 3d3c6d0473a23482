//! On PostgreSQL the world is made once for a whole run of tests and copied for each: to migrate and to import takes a
//! second and more, to copy a tenth. A server is for one run at a time.

use sqlx::{AssertSqlSafe, Connection, PgConnection};

use super::{Empty, import_world};

/// Any number, the same in every process of a run.
const LOCK: i64 = 5_417_230_900;

/// The name of the database to copy; `None` where each test makes its own world, as nothing says which run it is of.
pub(super) async fn of_this_run(server: &str) -> Option<String> {
    let run: String = std::env::var("NEXTEST_RUN_ID").ok()?.chars().filter(char::is_ascii_alphanumeric).collect();
    let name = format!("balai_world_{run}");
    let mut conn = PgConnection::connect(&format!("{server}/postgres")).await.unwrap();
    // Whoever comes while it is made waits; the lock ends with the connection, however that ends.
    sqlx::query("select pg_advisory_lock($1)").bind(LOCK).execute(&mut conn).await.unwrap();
    let worlds: Vec<String> = sqlx::query_scalar("select datname::text from pg_database where datname like 'balai\\_world\\_%'").fetch_all(&mut conn).await.unwrap();
    if !worlds.contains(&name) {
        for earlier in worlds {
            sqlx::query(AssertSqlSafe(format!("drop database {earlier} with (force)"))).execute(&mut conn).await.unwrap();
        }
        let Empty(portal, _folder, making) = Empty::postgres().await?;
        import_world(&portal).await;
        portal.db.close().await;
        // Only what is whole has the name. Nothing may be connected to what is copied, not even the server's own cleaning.
        let making = making?;
        sqlx::query(AssertSqlSafe(format!("alter database {making} with allow_connections false"))).execute(&mut conn).await.unwrap();
        sqlx::query(AssertSqlSafe(format!("alter database {making} rename to {name}"))).execute(&mut conn).await.unwrap();
    }
    conn.close().await.unwrap();
    Some(name)
}
