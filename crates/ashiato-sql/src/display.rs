//! How values print: Athena's text for results, and `CAST(x AS VARCHAR)`.
