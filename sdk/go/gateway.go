package client

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"time"
)

// Config says which gateway, and who asks it.
type Config struct {
	// Server is the gateway's address, such as http://127.0.0.1:8080.
	Server string
	// ClientID and ClientSecret are those of a client of the gateway. Without, requests are sent as they are, and it is for HTTPClient
	// to say who asks.
	ClientID, ClientSecret string
	// Scope is what tokens are to be good for, separated by spaces; empty: all that the client may.
	Scope string
	// HTTPClient sends the requests: one that trusts the gateway's certificate, or shows one. Its Timeout should be 0, for it cuts off
	// streams too; contexts bound the rest. nil: http.DefaultClient.
	HTTPClient *http.Client
	// Retrying, unless it is nil, is told why a WebSocket has ended, and in how long it is tried again.
	Retrying func(err error, wait time.Duration)
}

// Format writes it for fmt, without its secret.
func (c Config) Format(state fmt.State, _ rune) {
	fmt.Fprintf(state, "client %q of %s", c.ClientID, c.Server)
}

// Gateway is a gateway, as one client sees it. Any number of goroutines may use it at once.
//
// Of each operation there are two methods: one that ends in WithResponse reads and decodes the whole answer, the other one, in
// ClientInterface, gives the answer as it comes. Both return a [*ProblemError] for an answer that is none.
type Gateway struct {
	*ClientWithResponses
	origin  string
	tokens  *tokens
	sockets sockets
}

// New is a gateway that nobody has asked anything yet.
func New(config Config) (*Gateway, error) {
	server, err := url.Parse(config.Server)
	if err != nil {
		return nil, discreet(err)
	}
	if server.Scheme != "http" && server.Scheme != "https" || server.Host == "" {
		return nil, fmt.Errorf("expected an address such as http://127.0.0.1:8080, got %q", config.Server)
	}
	plain := config.HTTPClient
	if plain == nil {
		plain = http.DefaultClient
	}
	gateway := &Gateway{
		origin: originOf(server),
		tokens: &tokens{config: config, endpoint: server.JoinPath("oauth2/token").String(), http: plain, now: time.Now},
	}
	authorized := *plain
	if config.ClientID != "" {
		authorized.Transport = &transport{base: plain.Transport, origin: gateway.origin, tokens: gateway.tokens}
	}
	gateway.sockets = sockets{http: &authorized, retrying: config.Retrying, pause: pause, opening: longestOpening, random: rand.Float64}
	gateway.ClientWithResponses, err = NewClientWithResponses(config.Server, WithHTTPClient(problems{&authorized}))
	return gateway, err
}

// Format writes it for fmt, without its secrets.
func (g *Gateway) Format(state fmt.State, _ rune) {
	fmt.Fprintf(state, "the gateway at %s", g.origin)
}

// Token is a token that is good for a while: the one that requests are sent with. It asks for one when there is none.
func (g *Gateway) Token(ctx context.Context) (Token, error) {
	return g.tokens.get(ctx)
}

// pause waits, unless ctx ends before.
func pause(ctx context.Context, wait time.Duration) error {
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
