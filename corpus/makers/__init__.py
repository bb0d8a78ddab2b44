"""What makes the samples: one module a family of formats, each with a list of samples."""
