"""The room that talks to Autotask's REST API and turns its JSON into our words."""
