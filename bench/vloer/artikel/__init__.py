"""One table with an index, as plain as it comes."""
