package app

import (
	"log/slog"
	"net"
	"net/url"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
)

// Config is everything that can be set. loadConfig reads it once and checks it whole.
//
// The tags say it all: flag is the flag's name, from which comes that of the environment variable (mailgun-api-key is
// POSTCHAT_MAILGUN_API_KEY), default is the value when neither is given, group is the part of the program that wants it, and
// help is for people. docs/configuration.md is made from them.
type Config struct {
	Data        string          `flag:"data" default:"./postchat-data" group:"store" help:"Folder for the SQLite database and for the secret key that was made here. Made where it is missing."`
	DatabaseURL postchat.Secret `flag:"database-url" group:"store" help:"A PostgreSQL database as postgres://user:password@host/name. Empty means SQLite in the data folder."`
	SecretKey   postchat.Secret `flag:"secret-key" group:"store" help:"Key that encrypts secrets in the database: the base64 of 32 bytes, as openssl rand -base64 32 prints. All servers on one database need the same. Empty means secret.key in the data folder, made once."`
	PublicURL   string          `flag:"public-url" group:"store" help:"Address under which people and chat vendors reach this server. Empty means http:// and the listen address."`

	VendorNetworks Networks `flag:"vendor-networks" group:"store" help:"Private networks in which chat vendors' own servers may be, such as 192.168.0.0/16,127.0.0.1. Transcripts are fetched from nowhere else but the internet."`

	Listen         string        `flag:"listen" default:"127.0.0.1:8080" group:"server" help:"Address and port to listen on."`
	TrustedProxies Networks      `flag:"trusted-proxies" group:"server" help:"Networks of the proxies in front of this server, such as 10.0.0.0/8,fd00::/8. Only their X-Forwarded-For is believed; attempts to sign in are counted by it."`
	MaxBody        ByteSize      `flag:"max-body" default:"16MiB" group:"server" help:"Largest webhook body that is taken."`
	DatabaseWait   time.Duration `flag:"database-wait" default:"1m" group:"server" help:"How long to wait for PostgreSQL at the start before giving up."`
	Grace          time.Duration `flag:"grace" default:"20s" group:"server" help:"How long requests and mails on their way may take to finish when the server is told to stop."`
	Lease          time.Duration `flag:"lease" default:"30s" group:"server" help:"How long a server may be silent before others take over its work."`
	Poll           time.Duration `flag:"poll" default:"250ms" group:"server" help:"How often to look for what is due when nothing announces it."`

	TranscriptWait time.Duration `flag:"transcript-wait" default:"24h" group:"server" help:"How long a chat vendor that keeps the transcript is asked for it after the close. Then the chat goes on with what the webhook brought, and the mail says so."`

	PersistedDocuments Documents `flag:"persisted-documents" group:"server" help:"JSON file of the only GraphQL documents that are executed, by their SHA-256 hashes, as graphql-codegen's client preset writes it. Empty lets all documents pass that are within the limits."`

	From              Address              `flag:"from" group:"mail" help:"Sender of all mails, such as Postchat <postchat@mg.example.com>. Needed with Mailgun and SMTP."`
	MailgunDomain     string               `flag:"mailgun-domain" group:"mail" help:"Sending domain at Mailgun, such as mg.example.com. With the API key it makes Mailgun the mail provider."`
	MailgunAPIKey     postchat.Secret      `flag:"mailgun-api-key" group:"mail" help:"Mailgun's API key. A key for sending only does not do: Mailgun is asked with it about mails whose answer was lost."`
	MailgunAPIBase    string               `flag:"mailgun-api-base" default:"https://api.mailgun.net/v3" group:"mail" help:"Mailgun's API; https://api.eu.mailgun.net/v3 for domains in the EU."`
	MailgunEventLag   time.Duration        `flag:"mailgun-event-lag" default:"5m" group:"mail" help:"How far Mailgun's own records may be behind: a mail whose answer was lost is asked about this much later."`
	MailgunSigningKey postchat.Secret      `flag:"mailgun-signing-key" group:"mail" help:"Mailgun's webhook signing key. With it, POST /events/mailgun takes Mailgun's events and POST /inbound/mailgun/mime its inbound mails."`
	SMTPURL           postchat.Secret      `flag:"smtp-url" group:"mail" help:"A mail server as smtp://user:password@host:587 (STARTTLS) or smtps://user:password@host:465. It makes SMTP the mail provider."`
	SMTPHELOName      string               `flag:"smtp-helo-name" group:"mail" help:"Name by which we introduce ourselves to the mail server. Empty means the connection's own address."`
	SMTPUncertain     delivery.OnUncertain `flag:"smtp-uncertain" default:"resend" group:"mail" help:"What to do when the mail server's answer was lost: resend (marked, may arrive twice) or hold (shown, a person decides)."`
	BounceAddress     Address              `flag:"bounce-address" group:"mail" help:"Address to which mail servers write what became of a mail that went out by SMTP. Route it to POST /inbound/mailgun/mime. Empty means that nothing is heard of a mail after the server took it."`
	SendSlots         int                  `flag:"send-slots" default:"32" group:"mail" help:"How many mails are handed over at once."`

	Log      LogFormat  `flag:"log" default:"text" group:"log" help:"Form of the log on standard error: text or json."`
	LogLevel slog.Level `flag:"log-level" default:"info" group:"log" help:"Least level that is logged: debug, info, warn or error."`

	// newSender takes the place of the mail provider; nil in the program as it comes.
	newSender func() (delivery.Sender, error)
}

// Provider is what mails go through.
type Provider string

// The providers.
const (
	ProviderMailgun Provider = "mailgun"
	ProviderSMTP    Provider = "smtp"
	ProviderOutbox  Provider = "outbox" // none: mails are kept and shown
	ProviderOwn     Provider = "own"    // the program's own; see WithSender
)

// Provider is the mail provider that the configuration chooses.
func (c Config) Provider() Provider {
	switch {
	case c.newSender != nil:
		return ProviderOwn
	case c.MailgunDomain != "" || c.MailgunAPIKey != "":
		return ProviderMailgun
	case c.SMTPURL != "":
		return ProviderSMTP
	}
	return ProviderOutbox
}

// outboxSender is who mails in the outbox are from while nothing is set. RFC 2606 keeps .invalid from ever being anybody's.
var outboxSender = postchat.Address{Name: "Postchat", Email: "postchat@postchat.invalid"}

// Sender is who mails are from.
func (c Config) Sender() postchat.Address {
	if c.From.Email == "" && c.Provider() == ProviderOutbox {
		return outboxSender
	}
	return c.From.Address
}

// BaseURL is the public URL without a slash at its end.
func (c Config) BaseURL() string {
	if c.PublicURL != "" {
		return c.PublicURL
	}
	host, port, _ := net.SplitHostPort(c.Listen)
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	return (&url.URL{Scheme: "http", Host: net.JoinHostPort(host, port)}).String()
}

// PanelURL is where the operator's window of a source is.
func (c Config) PanelURL(sourceID string) string { return c.BaseURL() + "/panel/" + sourceID }
