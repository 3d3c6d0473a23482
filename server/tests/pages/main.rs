//! Tests through the pages: the real router in process, both databases, and a check of every page that is fetched.

mod access;
mod bad_input;
mod canary;
mod journey;
mod open_data;
mod routes;
mod support;
