package client

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
)

// drained is how much of a refusal is read, so that its connection can be used again.
const drained = 1 << 16

// transport sends a token with each request to the gateway, and to nobody else. A request that says itself who asks is left alone.
type transport struct {
	base   http.RoundTripper
	origin string
	tokens *tokens
}

// RoundTrip gets another token when the gateway does not take the one it has any more, and sends the request again if that can be done.
func (t *transport) RoundTrip(request *http.Request) (*http.Response, error) {
	if originOf(request.URL) != t.origin || request.Header.Get("Authorization") != "" {
		return t.below().RoundTrip(request)
	}
	response, used, err := t.send(request, request.Body)
	if err != nil || !isTokenRefused(response) {
		return response, err
	}
	t.tokens.refused(used)
	body, isThere := anew(request)
	if !isThere {
		return response, nil
	}
	_, _ = io.CopyN(io.Discard, response.Body, drained)
	_ = response.Body.Close()
	response, _, err = t.send(request, body)
	return response, err
}

func (t *transport) send(request *http.Request, body io.ReadCloser) (*http.Response, string, error) {
	token, err := t.tokens.get(request.Context())
	if err != nil {
		if body != nil {
			_ = body.Close()
		}
		return nil, "", err
	}
	authorized := request.Clone(request.Context())
	authorized.Body = body
	authorized.Header.Set("Authorization", "Bearer "+token.AccessToken)
	response, err := t.below().RoundTrip(authorized)
	return response, token.AccessToken, err
}

func (t *transport) below() http.RoundTripper {
	if t.base == nil {
		return http.DefaultTransport
	}
	return t.base
}

// isTokenRefused tells a token that has ended from one that allows too little (RFC 6750, clause 3.1).
func isTokenRefused(response *http.Response) bool {
	return response.StatusCode == http.StatusUnauthorized && strings.Contains(response.Header.Get("WWW-Authenticate"), "invalid_token")
}

// anew is the body once more, if it can be had.
func anew(request *http.Request) (io.ReadCloser, bool) {
	if request.Body == nil || request.Body == http.NoBody {
		return request.Body, true
	}
	if request.GetBody == nil {
		return nil, false
	}
	body, err := request.GetBody()
	return body, err == nil
}

// requireOrigin refuses an address elsewhere than the gateway's.
func requireOrigin(origin, what string, address *url.URL) error {
	if found := originOf(address); found != origin {
		return final{fmt.Errorf("%s is said to be at %s, but the gateway is at %s", what, found, origin)}
	}
	return nil
}

// originOf is scheme, host and port, as RFC 6454 compares them; a WebSocket has that of the request which opens it.
func originOf(address *url.URL) string {
	scheme, port := strings.Replace(strings.ToLower(address.Scheme), "ws", "http", 1), address.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443"}[scheme]
	}
	return scheme + "://" + net.JoinHostPort(strings.ToLower(address.Hostname()), port)
}
