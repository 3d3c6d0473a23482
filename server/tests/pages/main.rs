//! Tests through the pages: the real router in process, both databases, and a check of every page that is fetched.

mod access;
mod announcements;
mod bad_input;
mod before_sending;
mod canary;
mod casework;
mod corrections;
mod crash;
mod development;
mod evaluation;
mod evidence;
mod faults;
mod files;
mod ideas;
mod journey;
mod keeping;
mod on_disk;
mod open_data;
mod protection;
mod restore;
mod routes;
mod search;
mod services;
mod structure;
mod support;
mod workspace;
