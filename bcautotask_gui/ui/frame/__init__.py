"""What surrounds every tab: environment strip, status bar, calls meter."""
