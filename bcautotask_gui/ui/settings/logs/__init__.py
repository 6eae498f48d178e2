"""The section Logs and diagnostics: what was logged, and the bundle for support."""
