package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/delivery/bounce"
	"github.com/postchat/postchat/delivery/mailgun"
	"github.com/postchat/postchat/delivery/outbox"
	"github.com/postchat/postchat/followup"
	"github.com/postchat/postchat/graph"
	"github.com/postchat/postchat/sheet"
	"github.com/postchat/postchat/transcript"
	"github.com/postchat/postchat/web"
	"github.com/postchat/postchat/webhook"
)

// server is the whole product in one process.
type server struct {
	program

	config   Config
	listener net.Listener
	log      *slog.Logger
	// open lets whoever reaches the server in as its owner, and has /try and a playground: only the demo does.
	open bool
	// out is where whoever starts the server is told how to set up; nil does not tell.
	out io.Writer
	// started is told once the server is ready to serve; may be nil.
	started func(*parts)
}

// parts are what a server is made of.
type parts struct {
	store  *db.Store
	desk   *followup.Desk
	worker *delivery.Worker
	// samples keeps the mails of the sample in the outbox, whatever sends the others.
	samples *delivery.Worker
	// transcripts asks vendors for the transcripts that they keep.
	transcripts *transcript.Worker
	// tracker follows mails after they were handed over, and intake reads what mail servers write about them.
	tracker *delivery.Tracker
	intake  *bounce.Intake
	auditor *followup.Auditor
	health  *health
	door    *auth.Door
	// account is the one account.
	account *postchat.Account
	// token opens the API in an open server, and owner is what its owner signs in with; elsewhere people make their own.
	token postchat.Secret
	owner auth.Credentials
	// demo is where chats are rehearsed in an open server.
	demo demoStage
}

// Time limits of the HTTP server. A webhook of 16 MiB on a slow line and a GraphQL answer fit; a silent caller does not.
const (
	headerTimeout = 10 * time.Second
	readTimeout   = 2 * time.Minute
	writeTimeout  = 2 * time.Minute
	idleTimeout   = 2 * time.Minute
	maxHeader     = 32 << 10
)

// run serves until ctx ends, and then stops gracefully: it is not ready any more, takes no new connections, answers the
// requests that it has, and lets mails on their way finish, all within the grace time. It listens from the beginning, so
// that the database may come later.
func (s *server) run(ctx context.Context) error {
	sender, err := newSender(s.config)
	if err != nil {
		return err
	}
	p := &parts{health: newHealth(sender.Name())}
	var whole atomic.Pointer[http.Handler]
	front := &http.Server{
		Handler:           s.front(p.health, &whole),
		ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout, IdleTimeout: idleTimeout,
		MaxHeaderBytes: maxHeader,
		ErrorLog:       slog.NewLogLogger(s.log.With("component", "http").Handler(), slog.LevelWarn),
	}
	ctx, failed := context.WithCancelCause(ctx)
	defer failed(nil)
	go func() {
		if err := front.Serve(s.listener); !errors.Is(err, http.ErrServerClosed) {
			failed(fmt.Errorf("serve: %w", err))
		}
	}()
	defer func() { _ = front.Close() }()

	if p.store, err = s.openStore(ctx); err != nil {
		if ctx.Err() != nil {
			return stopReason(ctx) // told to stop while waiting for the database
		}
		return err
	}
	if err := s.assemble(ctx, p, sender); err != nil {
		return errors.Join(err, p.store.Close())
	}
	handler := s.routes(p, ctx.Done())
	whole.Store(&handler)
	p.health.stage.Store(&stageServing)
	s.log.InfoContext(ctx, "ready", "url", s.config.BaseURL(), "transport", sender.Name(), "version", version())

	if s.out != nil {
		if err := offerSetUp(ctx, p.door, p.account.ID, s.out); err != nil {
			s.log.ErrorContext(ctx, "no link to set up could be made", "error", err)
		}
	}
	var workers sync.WaitGroup
	workers.Go(func() { p.desk.Run(ctx) })
	workers.Go(func() { p.transcripts.Run(ctx) })
	workers.Go(func() { p.worker.Run(ctx) })
	workers.Go(func() { p.samples.Run(ctx) })
	workers.Go(func() { p.tracker.Run(ctx) })
	workers.Go(func() { p.auditor.Run(ctx) })
	workers.Go(func() { p.hear(ctx) })
	if s.started != nil {
		s.started(p)
	}
	<-ctx.Done()

	s.log.InfoContext(ctx, "stopping", "grace", s.config.Grace)
	p.health.stage.Store(&stageStopping)
	s.shutDown(front)
	workers.Wait()
	if closer, ok := sender.(interface{ Close() error }); ok {
		_ = closer.Close()
	}
	err = errors.Join(stopReason(ctx), p.store.Close())
	s.log.InfoContext(ctx, "stopped")
	return err
}

// hear has the workers look for what other servers on the same database have left to be done.
func (p *parts) hear(ctx context.Context) {
	others := p.store.WatchOthers()
	defer others.Close()
	for {
		select {
		case <-ctx.Done():
			return
		case <-others.C:
			p.desk.Nudge()
			p.transcripts.Nudge()
			p.queued()
		}
	}
}

// queued has the workers see to mails that are queued.
func (p *parts) queued() {
	p.worker.Nudge()
	p.samples.Nudge()
}

// handTest hands a test mail over; that of a sample to the outbox.
func (p *parts) handTest(ctx context.Context, m *postchat.TestMail) {
	if m.Sample {
		p.samples.HandTest(ctx, m)
		return
	}
	p.worker.HandTest(ctx, m)
}

// recorded has the workers see to a follow-up that was recorded outside of the receiver.
func (p *parts) recorded() {
	p.desk.Nudge()
	p.transcripts.Nudge()
}

// stopReason is nil where the server was told to stop, and what failed where that ended it.
func stopReason(ctx context.Context) error {
	if cause := context.Cause(ctx); !errors.Is(cause, context.Canceled) {
		return cause
	}
	return nil
}

// shutDown closes the listener and answers the requests that are there. What is not answered in time is cut off; whoever
// sent it will try again.
func (s *server) shutDown(front *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), s.config.Grace)
	defer cancel()
	if err := front.Shutdown(ctx); err != nil {
		s.log.WarnContext(ctx, "some requests were cut off", "error", err)
		_ = front.Close()
	}
}

// openStore opens and migrates the database. PostgreSQL may be a little later than this server, as where both are started
// together.
func (s *server) openStore(ctx context.Context) (*db.Store, error) {
	options, err := s.config.databaseOptions(s.log)
	if err != nil {
		return nil, err
	}
	const pause = time.Second
	for deadline := time.Now().Add(s.config.DatabaseWait); ; {
		store, err := openAndMigrate(ctx, options)
		if err == nil {
			return store, nil
		}
		if !db.IsPostgres(options.URL) || errors.Is(err, db.ErrWrongKey) || time.Now().After(deadline) || ctx.Err() != nil {
			return nil, err
		}
		s.log.WarnContext(ctx, "the database is not there yet", "error", err)
		select {
		case <-ctx.Done():
		case <-time.After(pause):
		}
	}
}

func openAndMigrate(ctx context.Context, options db.Options) (*db.Store, error) {
	store, err := db.Open(ctx, options)
	if err != nil {
		return nil, err
	}
	if err := store.Migrate(ctx); err != nil {
		return nil, errors.Join(err, store.Close())
	}
	return store, nil
}

// assemble joins the parts.
func (s *server) assemble(ctx context.Context, p *parts, sender delivery.Sender) (err error) {
	c := s.config
	if p.account, err = p.store.FirstAccount(ctx); err != nil {
		return err
	}
	p.health.ping = p.store.Ping
	s.adviseOnWalls(ctx, p.store)
	owner := postchat.NewID(postchat.Now())
	sending := delivery.Options{
		Store: p.store, Sender: sender, OnUncertain: c.SMTPUncertain, Lag: c.MailgunEventLag, Slots: c.SendSlots,
		BounceAddress: c.BounceAddress.Email,
		Owner:         owner, Lease: c.Lease, Poll: c.Poll, Grace: c.Grace, Now: postchat.Now, Log: s.log,
	}
	p.worker = delivery.NewWorker(sending)
	sending.Store, sending.Sender, sending.OnUncertain = p.store.Samples(), outbox.Sender{}, delivery.Resend
	p.samples = delivery.NewWorker(sending)
	p.health.gate = p.worker.Status
	p.transcripts = transcript.NewWorker(transcript.Options{
		Store: p.store, Adapters: s.vendors.adapters(), Owner: owner, Lease: c.Lease, Poll: c.Poll,
		GiveUp: c.TranscriptWait, Came: func() { p.desk.Nudge() }, Now: postchat.Now, Log: s.log,
	})
	p.desk = followup.New(followup.Options{
		Store: p.store, From: c.Sender(), PublicURL: c.BaseURL(), Owner: owner, Lease: c.Lease, Poll: c.Poll,
		Queued: p.queued, Awaited: p.transcripts.Nudge, Hand: p.handTest, Look: p.transcripts.Look, Now: postchat.Now, Log: s.log,
	})
	p.auditor = p.desk.Auditor()
	reporter, _ := sender.(delivery.Reporter) // nil where nobody can be asked
	p.tracker = delivery.NewTracker(delivery.TrackerOptions{
		Store: p.store, Reporter: reporter, Lag: c.MailgunEventLag, Owner: owner, Lease: c.Lease, Poll: c.Poll, Grace: c.Grace,
		Bad: p.desk.Nudge, Now: postchat.Now, Log: s.log,
	})
	p.intake = bounce.NewIntake(p.tracker.Confirmed, s.log.With("component", "bounce"))
	p.door = c.newDoor(p.store, c.poster(p.worker), s.log)
	if s.open {
		people := p.door.People(auth.Everything(p.account.ID, shellActor))
		if _, p.token, err = people.CreateToken(ctx, auth.NewAPIToken{Name: "demo", Permissions: postchat.Permissions}); err != nil {
			return err
		}
		p.owner, err = newDemoOwner(ctx, p.door, p.account.ID)
	}
	return err
}

// adviseOnWalls says how to have PostgreSQL keep accounts apart too, where the login may not see to it by itself.
func (s *server) adviseOnWalls(ctx context.Context, store *db.Store) {
	if !db.IsPostgres(s.config.DatabaseURL.Reveal()) {
		return
	}
	if walls, err := store.Walls(ctx); err == nil && walls.Role == "" {
		s.log.WarnContext(ctx, "row-level security is off: an administrator of the database can switch it on for the next start", "run", walls.Advice)
	}
}

// routes lists everything that is answered once the database is there. What is answered without an end ends with stop.
func (s *server) routes(p *parts, stop <-chan struct{}) http.Handler {
	c := s.config
	guard := p.door.Guard()
	mux := http.NewServeMux()
	hooks := webhook.NewReceiver(webhook.Config{
		Recorder: p.desk, Adapters: s.vendors.adapters(), Log: s.log.With("component", "webhook"), MaxBody: int64(c.MaxBody),
	})
	mux.Handle("/hooks/{source}", hooks)
	mux.Handle("/hooks/{source}/{token}", hooks)
	closing := hooks.Closing(p.desk.MayClose)
	mux.Handle("/hooks/{source}/can-close", closing)
	mux.Handle("/hooks/{source}/{token}/can-close", closing)
	mux.Handle("/graphql", graph.NewHandler(graph.Config{
		Store: p.store, Desk: p.desk, Door: p.door, Viewer: guard.Viewer, Vendors: s.vendors, PublicURL: c.BaseURL(),
		Transport: p.worker.Sender.Name(), Live: graph.Live{Stop: stop}, Documents: c.PersistedDocuments.Documents, Now: postchat.Now, Log: s.log,
		Replayer: webhook.Replayer{Adapters: s.vendors.adapters(), Recorded: p.recorded, Log: s.log.With("component", "webhook")},
	}))
	events := s.log.With("component", "events")
	mux.Handle("/events/mailgun", &mailgun.Webhook{
		SigningKey: c.MailgunSigningKey, Tokens: p.store, Hint: p.tracker.Hint, Now: postchat.Now, Log: events,
	})
	inbound := &mailgun.Inbound{SigningKey: c.MailgunSigningKey, Tokens: p.store, Take: p.intake.Take, Now: postchat.Now, Log: events}
	mux.Handle("/inbound/mailgun", inbound)
	mux.Handle("/inbound/mailgun/mime", inbound) // Mailgun posts a mail as it came only to an address that ends so
	mux.HandleFunc("GET /metrics", serveMetrics(guard, p))
	pages := web.Pages{
		Store: p.store, Guard: guard, Door: p.door, Outbox: c.Provider() == ProviderOutbox, TellsMore: p.worker.TellsMore(), Log: s.log.With("component", "web"),
	}
	if s.open {
		pages.Welcome, pages.HasTry = p.welcome, true
		mux.Handle("GET /playground", graph.Playground("/graphql", p.token))
	}
	s.registerTry(mux, p, pages)
	pages.Register(mux)
	mux.Handle("GET /csv/{list}", sheet.NewHandler(sheet.Options{
		Store: p.store, Viewer: guard.Viewer, PublicURL: c.BaseURL(), Log: s.log,
	}))
	if s.open {
		return byOwnName(c.BaseURL(), mux)
	}
	return mux
}

// front answers about the server's health at any time, and everything else as soon as it is whole.
func (s *server) front(h *health, whole *atomic.Pointer[http.Handler]) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", h.serveLive)
	mux.HandleFunc("GET /readyz", h.serveReady)
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if handler := whole.Load(); handler != nil {
			(*handler).ServeHTTP(w, r)
			return
		}
		w.Header().Set("Retry-After", "5")
		http.Error(w, "the server is starting; please try again", http.StatusServiceUnavailable)
	})
	return mux
}
