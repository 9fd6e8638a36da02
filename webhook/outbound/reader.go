package outbound

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
	"github.com/postchat/postchat/webhook/wire"
)

// Reader reads JSON from the API of one vendor's server, for one purpose: all that it reads is at most 64 MiB. It is for one
// goroutine.
type Reader struct {
	// Vendor is what people call the vendor.
	Vendor string
	// Base is the address of the server, without a slash at its end.
	Base string
	// Header is sent with every request. It lets us in.
	Header http.Header
	Client *http.Client
	Now    func() time.Time

	read int // bytes of all answers
}

// userAgent is how we are named in a vendor's log.
const userAgent = "Postchat (+https://github.com/postchat/postchat)"

// Get reads what is at the path, whose parts are escaped already, into v as wire.Decode does. Every error is a *webhook.FetchError.
func (r *Reader) Get(ctx context.Context, path string, query url.Values, v any) error {
	address := r.Base + path
	if len(query) > 0 {
		address += "?" + query.Encode()
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return r.failure(webhook.FetchDenied, "The address of "+r.Vendor+" is none.", nil)
	}
	request.Header = r.Header.Clone()
	request.Header.Set("Accept", "application/json")
	request.Header.Set("User-Agent", userAgent)
	response, err := r.Client.Do(request)
	if err != nil {
		return r.failure(webhook.FetchBroken, explain(ctx, r.Vendor, err), withoutAddress(err))
	}
	defer func() { _ = response.Body.Close() }()
	if response.StatusCode != http.StatusOK {
		return r.refusal(response)
	}
	var body bytes.Buffer
	_, err = body.ReadFrom(io.LimitReader(response.Body, maxBody+1))
	r.read += body.Len()
	switch {
	case err != nil:
		return r.failure(webhook.FetchBroken, explain(ctx, r.Vendor, err), withoutAddress(err))
	case body.Len() > maxBody:
		return r.failure(webhook.FetchBroken, r.Vendor+" answered with more than "+strconv.Itoa(maxBody>>20)+" MiB.", nil)
	case r.read > maxBodies:
		return r.failure(webhook.FetchBroken, r.Vendor+" answered with more than "+strconv.Itoa(maxBodies>>20)+" MiB in all.", nil)
	}
	if err := wire.Decode(body.Bytes(), v); err != nil {
		return r.failure(webhook.FetchBroken, "What is at the address does not answer as "+r.Vendor+" does: "+firstProblem(err)+".", nil)
	}
	return nil
}

// firstProblem is one of those of an answer, which may have many.
func firstProblem(err error) string {
	if all := postchat.Problems(err); len(all) > 0 {
		return all[0].Error()
	}
	return "it cannot be read"
}

// refusal is an answer that is no success.
func (r *Reader) refusal(response *http.Response) error {
	switch status := response.StatusCode; {
	case status == http.StatusUnauthorized:
		return r.failure(webhook.FetchDenied, r.Vendor+" does not take the access token, or does not let its owner into this account (401).", nil)
	case status == http.StatusForbidden:
		return r.failure(webhook.FetchDenied, r.Vendor+" does not let the owner of the access token read this (403).", nil)
	case status == http.StatusNotFound:
		return r.failure(webhook.FetchGone, r.Vendor+" does not have it, or there is something else at the address (404).", nil)
	case status == http.StatusTooManyRequests:
		f := r.failure(webhook.FetchBusy, r.Vendor+" was asked too often and wants to be left alone for a while (429).", nil)
		f.RetryAfter = r.retryAfter(response)
		return f
	case status >= 300 && status < 400:
		return r.failure(webhook.FetchDenied, r.Vendor+" is at another address, which is not followed: the access token would go there. "+
			"Set the address that is in the browser when people use it ("+strconv.Itoa(status)+").", nil)
	case status >= 500:
		f := r.failure(webhook.FetchBroken, r.Vendor+" has a fault ("+strconv.Itoa(status)+").", nil)
		f.RetryAfter = r.retryAfter(response)
		return f
	default:
		return r.failure(webhook.FetchBroken, r.Vendor+" refused ("+strconv.Itoa(status)+").", nil)
	}
}

// retryAfter is how long the server asks to wait: in seconds, or until a moment (RFC 9110, 10.2.3).
func (r *Reader) retryAfter(response *http.Response) time.Duration {
	text := response.Header.Get("Retry-After")
	if seconds, err := strconv.ParseUint(text, 10, 31); err == nil {
		return time.Duration(seconds) * time.Second
	}
	if at, err := http.ParseTime(text); err == nil {
		return max(at.Sub(r.now()), 0)
	}
	return 0
}

func (r *Reader) now() time.Time {
	if r.Now != nil {
		return r.Now()
	}
	return postchat.Now()
}

func (r *Reader) failure(kind webhook.FetchFailure, message string, err error) *webhook.FetchError {
	return &webhook.FetchError{Failure: kind, Message: message, Err: err}
}

// withoutAddress is the error without the address that was asked, which says what the conversation is.
func withoutAddress(err error) error {
	if wrapped, ok := errors.AsType[*url.Error](err); ok {
		return wrapped.Err
	}
	return err
}

func isCertificate(err error) bool {
	var invalid *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	return errors.As(err, &invalid) || errors.As(err, &record)
}
