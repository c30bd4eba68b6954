-- Nothing of ours takes a file away: what was handed in for a notice stays with it.
revoke delete on files.file, files.chunk from anxin_server;
