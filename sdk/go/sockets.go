package client

import (
	"context"
	"crypto/tls"
	"errors"
	"net/http"
	"time"

	"github.com/coder/websocket"
)

const (
	// longestMessage is what a gateway leaves unread at most.
	longestMessage = 1 << 20
	firstWait      = 500 * time.Millisecond
	longestWait    = 30 * time.Second
	pingEvery      = 30 * time.Second
	longestPong    = 10 * time.Second
	longestOpening = 30 * time.Second
)

// errEnough ends following without being an error.
var errEnough = errors.New("nobody wants more")

// sockets opens WebSockets, one after the other when they are cut.
type sockets struct {
	http     *http.Client
	retrying func(err error, wait time.Duration)
	pause    func(ctx context.Context, wait time.Duration) error
	// opening is how long a WebSocket may take to open.
	opening time.Duration
	// random is from 0 to 1: waits are spread by half, so that many do not come back at the same instant.
	random func() float64
}

// followed is what is done with WebSockets.
type followed struct {
	// address is where the next one is opened.
	address func(ctx context.Context) (string, error)
	// opened is called when one is open. nil: nothing is to be done.
	opened func() error
	// told is called with each message. An error of either ends all.
	told func(socket *websocket.Conn, message []byte) error
}

// follow reads messages until there is an error that does not pass by itself, ctx ends, or somebody has had enough (nil).
func (s *sockets) follow(ctx context.Context, what followed) error {
	failures := 0
	for {
		err := s.readOne(ctx, what, func() { failures = 0 })
		switch {
		case errors.Is(err, errEnough):
			return nil
		case ctx.Err() != nil:
			return context.Cause(ctx)
		case isFinal(err):
			return err
		}
		failures++
		wait := s.waitFor(err, failures)
		if s.retrying != nil {
			s.retrying(err, wait)
		}
		if err := s.pause(ctx, wait); err != nil {
			return err
		}
	}
}

func (s *sockets) readOne(ctx context.Context, what followed, succeeded func()) error {
	socket, err := s.open(ctx, what)
	if err != nil {
		return err
	}
	defer func() { _ = socket.CloseNow() }()
	if what.opened != nil {
		if err := what.opened(); err != nil {
			return final{err}
		}
	}
	for {
		message, err := read(ctx, socket)
		if err != nil {
			return err
		}
		succeeded()
		if err := what.told(socket, message); err != nil {
			return final{err}
		}
	}
}

// open gives up on a gateway that takes the connection and says nothing.
func (s *sockets) open(ctx context.Context, what followed) (*websocket.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, s.opening)
	defer cancel()
	address, err := what.address(ctx)
	if err != nil {
		return nil, err
	}
	socket, response, err := websocket.Dial(ctx, address, &websocket.DialOptions{HTTPClient: s.http})
	switch {
	case err == nil:
	case response == nil:
		return nil, discreet(err)
	case response.StatusCode >= http.StatusBadRequest:
		return nil, problemOf(response)
	default:
		return nil, final{discreet(err)}
	}
	socket.SetReadLimit(longestMessage)
	return socket, nil
}

// read waits for a message, and meanwhile asks now and then whether the gateway is still there.
func read(ctx context.Context, socket *websocket.Conn) ([]byte, error) {
	waiting, stop := context.WithCancel(ctx)
	defer stop()
	go ping(waiting, socket)
	_, message, err := socket.Read(ctx)
	return message, err
}

func ping(ctx context.Context, socket *websocket.Conn) {
	for pause(ctx, pingEvery) == nil {
		patience, stop := context.WithTimeout(ctx, longestPong)
		err := socket.Ping(patience)
		stop()
		if err != nil && ctx.Err() == nil {
			_ = socket.CloseNow()
		}
	}
}

func (s *sockets) waitFor(err error, failures int) time.Duration {
	wait := longestWait
	if shift := failures - 1; shift < 6 {
		wait = min(firstWait<<shift, longestWait)
	}
	wait = time.Duration(float64(wait) * (0.5 + s.random()/2))
	var problem *ProblemError
	if errors.As(err, &problem) {
		wait = max(wait, problem.RetryAfter)
	}
	return wait
}

// final is an error that comes again however often it is tried.
type final struct{ error }

func (f final) Unwrap() error { return f.error }

// isFinal tells what the gateway refuses, and what is not understood or trusted, from what passes.
func isFinal(err error) bool {
	var problem *ProblemError
	if errors.As(err, &problem) {
		return problem.Status < http.StatusInternalServerError &&
			problem.Status != http.StatusRequestTimeout && problem.Status != http.StatusTooManyRequests
	}
	var untrusted *tls.CertificateVerificationError
	return errors.As(err, &final{}) || errors.As(err, &untrusted)
}
