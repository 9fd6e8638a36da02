package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"reflect"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
)

// stream is the transport of server-sent events, in the form that graphql-sse calls distinct connections. It stands in for
// gqlgen's own, which writes pings to connections that are answered already, knows no limits of time, and goes on telling
// whoever has lost their permission.
type stream struct {
	live   Live
	viewer func(*http.Request) (auth.Viewer, error)
	errors presenter
}

var _ graphql.Transport = stream{}

type streamKey struct{}

// Supports reports whether the gate has found that the request asks for events.
func (stream) Supports(r *http.Request) bool { return isStream(r.Context()) }

func isStream(ctx context.Context) bool { return ctx.Value(streamKey{}) != nil }

// Why a stream ends before its subscription does.
var (
	errCutOff   = errors.New("the reader takes nothing")
	errStopping = errors.New("the server stops")
	errOther    = errors.New("the viewer may see something else now")
)

// Do executes an operation and writes each of its answers as an event, until there are no more, the reader has gone or takes
// nothing, the viewer is not who they were, or the server stops. Only the first is told as complete: a reader who still wants
// to know connects again.
func (s stream) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	ctx, end := context.WithCancelCause(r.Context())
	defer end(nil)
	params, err := readParams(r)
	if err != nil {
		answer(w, http.StatusBadRequest, s.errors.hide(ctx, &gqlerror.Error{}, err)) // the gate has read it before
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("X-Accel-Buffering", "no") // nginx
	out := &events{w: w, control: http.NewResponseController(w), patience: s.live.Patience}
	_ = out.control.SetReadDeadline(time.Time{}) // the server's would end the request; it was read whole

	operation, refused := exec.CreateOperationContext(ctx, params)
	ctx = graphql.WithOperationContext(ctx, operation)
	if refused != nil {
		_ = out.next(exec.DispatchError(ctx, refused))
		_ = out.complete()
		return
	}
	responses, ctx := exec.DispatchOperation(ctx, operation)
	var keeper sync.WaitGroup
	defer keeper.Wait() // nothing may write when this has returned
	defer end(nil)
	trust := &trust{stream: s, request: r, at: time.Now()}
	if operation.Operation.Operation == ast.Subscription { // else nothing may be written before the cookies of the answer are known
		keeper.Go(func() { s.keep(ctx, end, out, trust) })
	}
	for response := responses(ctx); response != nil; response = responses(ctx) {
		if err = trust.check(); err == nil {
			err = out.next(response)
		}
		if err != nil {
			end(err)
			break
		}
	}
	s.finish(ctx, out)
}

// finish ends the stream as its reader should understand it.
func (s stream) finish(ctx context.Context, out *events) {
	cause := context.Cause(ctx)
	switch {
	case cause == nil:
		_ = out.complete()
	case postchat.IsKind(cause, postchat.Denied):
		problem := postchat.Problems(cause)[0]
		denied := &gqlerror.Error{Message: problem.Message, Extensions: map[string]any{"code": string(problem.Kind)}}
		_ = out.next(&graphql.Response{Errors: gqlerror.List{denied}})
		_ = out.complete()
	}
}

// keep pings the reader, so that connections that broke are noticed, and ends the stream when it must.
func (s stream) keep(ctx context.Context, end context.CancelCauseFunc, out *events, trust *trust) {
	if err := out.comment("open"); err != nil {
		end(err)
		return
	}
	ping := time.NewTicker(s.live.Ping)
	defer ping.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.live.Stop:
			end(errStopping)
			return
		case <-ping.C:
			err := trust.check()
			if err == nil {
				err = out.comment("ping")
			}
			if err != nil {
				end(err)
				return
			}
		}
	}
}

// readParams reads a request that the gate let through.
func readParams(r *http.Request) (*graphql.RawParams, error) {
	params := &graphql.RawParams{Headers: r.Header}
	decoder := json.NewDecoder(r.Body)
	decoder.UseNumber()
	if err := decoder.Decode(params); err != nil {
		return nil, fmt.Errorf("read a subscription: %w", err)
	}
	return params, nil
}

// trust knows whether the viewer may still see what they subscribed to.
type trust struct {
	stream  stream
	request *http.Request

	mu sync.Mutex
	at time.Time // when it was found out last
}

// check is Denied when the viewer's token or session does not hold any more, and errOther when they may see more or less than
// they did. What it finds out holds for a while. That it cannot be found out changes nothing.
func (t *trust) check() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if time.Since(t.at) < t.stream.live.Trust {
		return nil
	}
	now, err := t.stream.viewer(t.request)
	if postchat.IsKind(err, postchat.Denied) {
		return err
	}
	if then, _ := auth.ViewerFrom(t.request.Context()); err == nil && !reflect.DeepEqual(now, then) {
		return errOther
	}
	t.at = time.Now()
	return nil
}

// events writes server-sent events. A reader must take each within its patience.
type events struct {
	mu       sync.Mutex
	w        io.Writer
	control  *http.ResponseController
	patience time.Duration
	failed   bool
}

func (e *events) next(response *graphql.Response) error {
	body, err := json.Marshal(response)
	if err != nil {
		return fmt.Errorf("write an event: %w", err)
	}
	return e.write("event: next\ndata: ", body, "\n\n")
}

func (e *events) complete() error           { return e.write("event: complete\ndata:", nil, "\n\n") }
func (e *events) comment(text string) error { return e.write(": ", []byte(text), "\n\n") }

func (e *events) write(before string, text []byte, after string) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.failed {
		return errCutOff
	}
	_ = e.control.SetWriteDeadline(time.Now().Add(e.patience))
	var whole bytes.Buffer
	whole.WriteString(before)
	whole.Write(text)
	whole.WriteString(after)
	_, err := e.w.Write(whole.Bytes())
	if err == nil {
		err = e.control.Flush()
	}
	if err != nil {
		e.failed = true
		return errors.Join(errCutOff, err)
	}
	return nil
}
