//! Cases by the million for benchmarks (`balai demo --cases N`): written in bulk, without receipts, ledger or mail.
pub async fn placeholder() {}
