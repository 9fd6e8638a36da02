// Package bench measures the whole product from outside, as a process of its own beside the database that it would have:
// how many finished chats it takes in, how fast their mails are out, and how much memory it has resident meanwhile.
//
// Machines differ and are seldom quiet, so what it takes in is compared with pgbench, PostgreSQL's own load generator, which
// commits the same rows into the same schema in turns with it. See docs/performance.md. It needs Linux, for /proc, and
// pgbench, which comes with Debian's postgresql.
package bench
