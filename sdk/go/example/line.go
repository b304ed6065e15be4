package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"sync"
	"time"

	"umec.org/client"
)

// line is the way to the gateway over a link that comes and goes.
type line struct {
	*client.Gateway
	dialer net.Dialer

	mutex  sync.Mutex
	open   []net.Conn
	isCut  bool
	losses int
}

func newLine(config client.Config) (*line, error) {
	l := &line{}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.DialContext = l.dial
	config.HTTPClient = &http.Client{Transport: transport}
	config.Retrying = func(err error, wait time.Duration) {
		fmt.Fprintf(os.Stderr, "trying again in %v: %v\n", wait, err)
		l.mutex.Lock()
		defer l.mutex.Unlock()
		l.losses++
	}
	var err error
	l.Gateway, err = client.New(config)
	return l, err
}

func (l *line) dial(ctx context.Context, network, address string) (net.Conn, error) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if l.isCut {
		return nil, errors.New("the line is cut")
	}
	connection, err := l.dialer.DialContext(ctx, network, address)
	if err == nil {
		l.open = append(l.open, connection)
	}
	return connection, err
}

// cut ends all connections. Until mend there are none.
func (l *line) cut() {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.isCut = true
	for _, connection := range l.open {
		_ = connection.Close()
	}
	l.open = nil
}

func (l *line) mend() {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.isCut = false
}

// lost is how many times a WebSocket was lost, or not to be had.
func (l *line) lost() int {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.losses
}
