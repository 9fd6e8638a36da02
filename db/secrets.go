package db

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"

	"github.com/postchat/postchat"
)

// KeySize is the size of the key that encrypts secrets at rest, in bytes.
const KeySize = 32

// ErrWrongKey says that the database's secrets were encrypted with another key than the one given.
var ErrWrongKey = errors.New("the secret key is not the one that this database was made with; give the same POSTCHAT_SECRET_KEY, " +
	"or the same key file, as before")

// box encrypts secrets with AES-256-GCM under a random nonce, bound to the place where they are stored.
type box struct{ aead cipher.AEAD }

func newBox(key []byte) (box, error) {
	if len(key) != KeySize {
		return box{}, fmt.Errorf("the secret key has %d bytes; it must have %d", len(key), KeySize)
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return box{}, fmt.Errorf("use the secret key: %w", err)
	}
	aead, err := cipher.NewGCMWithRandomNonce(block)
	if err != nil {
		return box{}, fmt.Errorf("use the secret key: %w", err)
	}
	return box{aead}, nil
}

// seal encrypts plain for the place: its table, column and row. What is sealed for one place does not open at another.
func (b box) seal(plain []byte, place string) []byte {
	return b.aead.Seal(nil, nil, plain, []byte(place)) //nolint:gosec // G407: NewGCMWithRandomNonce makes the nonce itself
}

func (b box) open(sealed []byte, place string) ([]byte, error) {
	plain, err := b.aead.Open(nil, nil, sealed, []byte(place))
	if err != nil {
		return nil, ErrWrongKey
	}
	return plain, nil
}

const (
	keyCheckName  = "key_check"
	keyCheckPlace = "meta.value." + keyCheckName
)

// CheckKey compares the key with the one that the database was made with, which it remembers by a sealed value. The error is
// ErrWrongKey where they differ.
func (s *Store) CheckKey(ctx context.Context) error {
	var sealed []byte
	err := s.write.NewSelect().Table("meta").Column("value").Where("key = ?", keyCheckName).Scan(ctx, &sealed)
	if errors.Is(err, sql.ErrNoRows) {
		mark := make([]byte, 16)
		_, _ = rand.Read(mark) // never fails
		_, err := s.write.NewRaw("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING",
			keyCheckName, s.box.seal(mark, keyCheckPlace)).Exec(ctx)
		if err != nil {
			return fmt.Errorf("remember the secret key: %w", err)
		}
		return nil
	}
	if err != nil {
		return fmt.Errorf("check the secret key: %w", err)
	}
	_, err = s.box.open(sealed, keyCheckPlace)
	return err
}

// ensureAccount makes the one account of a new database.
func (s *Store) ensureAccount(ctx context.Context) error {
	if _, err := s.FirstAccount(ctx); err == nil || !postchat.IsKind(err, postchat.NotFound) {
		return err
	}
	now := s.now()
	account := &postchat.Account{ID: postchat.NewID(now), Name: "My company", CreatedAt: now}
	if _, err := s.write.NewInsert().Model(account).Exec(ctx); err != nil {
		return fmt.Errorf("make the first account: %w", err)
	}
	return nil
}

// FirstAccount returns the installation's first account, the only one while there is one.
func (s *Store) FirstAccount(ctx context.Context) (*postchat.Account, error) {
	account := new(postchat.Account)
	err := s.read.NewSelect().Model(account).Order("created_at", "id").Limit(1).Scan(ctx)
	if err := notFound(err, "account"); err != nil {
		return nil, err
	}
	return account, nil
}
