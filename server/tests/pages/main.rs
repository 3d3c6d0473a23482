//! Tests through the pages: the real router in process, both databases, and a check of every page that is fetched.

mod access;
mod bad_input;
mod files;
mod journey;
mod keeping;
mod routes;
mod support;
