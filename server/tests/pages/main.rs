//! Tests through the pages: the real router in process, both databases, and a check of every page that is fetched.

mod access;
mod announcements;
mod bad_input;
mod canary;
mod casework;
mod corrections;
mod files;
mod journey;
mod keeping;
mod open_data;
mod routes;
mod search;
mod services;
mod structure;
mod support;
