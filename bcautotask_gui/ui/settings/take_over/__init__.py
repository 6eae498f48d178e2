"""Beginning with what the web application holds of Autotask."""
