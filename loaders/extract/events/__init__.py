"""What states do to each other: frames over the parse, roles, time, one event a happening."""
