/**
 * Threads for disk and cryptography, before anything uses the first of them: with libuv's four, synced
 * commits wait for each other (25,000 /s instead of 8,600). Import this first.
 */
process.env['UV_THREADPOOL_SIZE'] ??= '64';
