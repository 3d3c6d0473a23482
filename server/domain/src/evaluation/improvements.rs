//! Improvements.
