package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"github.com/jackc/pgx/v5/pgconn"
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/postchat/postchat/db"
)

// leastFree is how much disk must be free, in bytes. A full disk loses no chat that was answered, but takes no new one.
const leastFree = 1 << 30

// examineFolder reports whether the data folder can be used, now or once the server has made it.
func (d *doctor) examineFolder() bool {
	f := folder(d.config.Data)
	if info, err := os.Stat(string(f)); errors.Is(err, fs.ErrNotExist) {
		d.note("data folder", "%s is not there yet; the server makes it", f)
		return true
	} else if err != nil || !info.IsDir() {
		d.problem("data folder", "name another folder with -data, or mend this one", "%s cannot be used: %v", f, cause(err, "it is no folder"))
		return false
	}
	probe, err := os.CreateTemp(string(f), ".doctor-*")
	if err != nil {
		d.problem("data folder", "give it to the user that runs the server", "%s cannot be written: %v", f, err)
		return false
	}
	_ = probe.Close()
	_ = os.Remove(probe.Name())
	free, err := freeDisk(string(f))
	switch {
	case err != nil:
		d.note("data folder", "%s can be written; how much disk is free cannot be told: %v", f, err)
	case free < leastFree:
		d.problem("data folder", "make room: a server with a full disk takes no chats", "only %d MiB are free in %s", free>>20, f)
	default:
		d.ok("data folder", "%s can be written, and %d GiB are free", f, free>>30)
	}
	d.examineLock(f)
	return true
}

// examineLock says whether a server is running on the folder.
func (d *doctor) examineLock(f folder) {
	if d.config.DatabaseURL != "" || !f.has(lockFile) {
		return
	}
	unlock, err := f.lock()
	if locked := (*lockedError)(nil); errors.As(err, &locked) {
		d.note("server", "one is running on the data folder%s", locked.owner)
	}
	if err == nil {
		unlock()
		d.note("server", "none is running on the data folder")
	}
}

// examineDatabase looks at the database, at the key that opens its secrets, and at what is behind that: the sources.
func (d *doctor) examineDatabase(whole context.Context) {
	ctx, cancel := context.WithTimeout(whole, checkTimeout)
	defer cancel()
	f := folder(d.config.Data)
	key, keyKnown := d.examineKey(f)
	if !d.reachDatabase(ctx, f) {
		return
	}
	if !keyKnown {
		key = make([]byte, db.KeySize) // good enough to read what is not secret
	}
	store, err := db.Open(ctx, db.Options{URL: d.config.databaseURL(f), Key: key})
	if err != nil {
		d.problem("database", "look at what it says", "%v", err)
		return
	}
	defer func() { _ = store.Close() }()
	pending, err := store.Pending(ctx)
	switch {
	case err != nil:
		d.problem("database", "look at what it says; the user needs the right to make tables", "%v", err)
	case len(pending) > 0:
		d.note("migrations", "%s pending; \"postchat migrate\" or the server's next start does what they say", count(len(pending), "migration"))
	case keyKnown:
		d.ok("migrations", "none is pending")
		opens := d.tryKey(ctx, store)
		d.examineWalls(ctx, store)
		d.examineTranscripts(ctx, store)
		if opens {
			d.examineSources(whole, store)
		}
	}
}

// examineKey returns the key that counts, if there is one that can be used.
func (d *doctor) examineKey(f folder) (key []byte, known bool) {
	if d.config.SecretKey != "" {
		key, err := decodeKey(d.config.SecretKey)
		return key, err == nil // a wrong one was named as a problem of the configuration
	}
	key, err := f.key()
	switch {
	case errors.Is(err, fs.ErrNotExist) && f.has(databaseFile) && d.config.DatabaseURL == "":
		d.problem("secret key", "put the file back from a backup, or give the key as POSTCHAT_SECRET_KEY: without it the sources' "+
			"secrets cannot be read", "%s is missing, and the database was made with one", f.path(keyFile))
		return nil, false
	case errors.Is(err, fs.ErrNotExist):
		d.note("secret key", "there is none yet; the server makes one in the data folder")
		return nil, false
	case err != nil:
		d.problem("secret key", "put the file back from a backup, or give the key as POSTCHAT_SECRET_KEY", "%v", err)
		return nil, false
	}
	if info, err := os.Stat(f.path(keyFile)); err == nil && runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		d.problem("secret key", "chmod 600 "+f.path(keyFile), "others on this machine can read %s", f.path(keyFile))
	}
	return key, true
}

// tryKey reports whether the key opens the database's secrets.
func (d *doctor) tryKey(ctx context.Context, store *db.Store) bool {
	err := store.CheckKey(ctx)
	switch {
	case errors.Is(err, db.ErrWrongKey):
		d.problem("secret key", "give the key as POSTCHAT_SECRET_KEY, or as "+keyFile+" in the data folder, that the database was made with",
			"it is not the one that this database was made with")
	case err != nil:
		d.problem("database", "look at what it says", "%v", err)
	default:
		d.ok("secret key", "it is the one that this database was made with")
	}
	return err == nil
}

// examineWalls says whether PostgreSQL keeps accounts apart too.
func (d *doctor) examineWalls(ctx context.Context, store *db.Store) {
	if !db.IsPostgres(d.config.DatabaseURL.Reveal()) {
		return
	}
	switch walls, err := store.Walls(ctx); {
	case err != nil:
		d.problem("row-level security", "look at what it says", "%v", err)
	case walls.Role == "":
		d.note("row-level security", "it is off, as this login may not make a role for it. To switch it on at the next start, have an administrator "+
			"of the database run: %s", walls.Advice)
	default:
		d.ok("row-level security", "it is on, by the role %s", walls.Role)
	}
}

// reachDatabase says which database it is, and reports whether it can be opened.
func (d *doctor) reachDatabase(ctx context.Context, f folder) bool {
	url := d.config.DatabaseURL.Reveal()
	if url == "" {
		if !f.has(databaseFile) {
			d.note("database", "SQLite %s; %s is not there yet, the server makes it", sqlite3.SQLITE_VERSION, f.path(databaseFile))
			return false
		}
		d.ok("database", "SQLite %s in %s", sqlite3.SQLITE_VERSION, filepath.Clean(f.path(databaseFile)))
		return true
	}
	if !db.IsPostgres(url) {
		return false // named as a problem of the configuration
	}
	conn, err := pgconn.Connect(ctx, url)
	if err != nil {
		d.problem("database", "see that it runs, that this machine may connect, and that user, password and name in the URL are right", "%v", err)
		return false
	}
	defer func() { _ = conn.Close(ctx) }()
	d.ok("database", "PostgreSQL %s answers", conn.ParameterStatus("server_version"))
	return true
}

func cause(err error, otherwise string) string {
	if err == nil {
		return otherwise
	}
	return fmt.Sprint(err)
}
