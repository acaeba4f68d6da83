"""Files that ended calls are exported to, one kind each."""
