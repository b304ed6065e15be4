module umec.org/story

go 1.24.0

require umec.org/client v0.1.0
