package client

import (
	"context"
	"encoding/json"
	"io"
	"iter"
	"net/http"
	"net/url"
	"regexp"
	"time"
)

const (
	// longestPage is more than any page of 1000 has.
	longestPage   = 1 << 26
	longestPaging = 30 * time.Second
)

// List asks for a list: an operation of ClientInterface with all its arguments but these.
type List func(ctx context.Context, editors ...RequestEditorFn) (*http.Response, error)

// Items are all items of a list, however many pages it has; `limit` of the operation says how many to a page. A page is asked for
// when the one before has been read. An error is the last thing that comes.
func Items[T any](ctx context.Context, list List) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		for editors, isMore := []RequestEditorFn(nil), true; isMore; {
			items, next, err := page[T](ctx, list, editors)
			if err != nil {
				yield(none, err)
				return
			}
			for _, item := range items {
				if !yield(item, nil) {
					return
				}
			}
			editors, isMore = []RequestEditorFn{at(next)}, next != nil
		}
	}
}

// page is what is on a page, and where the next one is; nil: there is none.
func page[T any](ctx context.Context, list List, editors []RequestEditorFn) ([]T, *url.URL, error) {
	ctx, cancel := context.WithTimeout(ctx, longestPaging)
	defer cancel()
	response, err := list(ctx, editors...)
	if err != nil {
		return nil, nil, err
	}
	defer response.Body.Close()
	var items []T
	if err := json.NewDecoder(io.LimitReader(response.Body, longestPage)).Decode(&items); err != nil {
		return nil, nil, err
	}
	next, err := nextOf(response)
	return items, next, err
}

// at sends the same request to the address of another page.
func at(next *url.URL) RequestEditorFn {
	return func(_ context.Context, request *http.Request) error {
		if err := requireOrigin(originOf(request.URL), "the next page of "+request.URL.Path, next); err != nil {
			return err
		}
		request.URL = next
		return nil
	}
}

var nextLink = regexp.MustCompile(`<([^>]*)>[^,<]*;\s*rel="?next"?`)

// nextOf reads the Link header (RFC 8288).
func nextOf(response *http.Response) (*url.URL, error) {
	for _, link := range response.Header.Values("Link") {
		if found := nextLink.FindStringSubmatch(link); found != nil {
			next, err := response.Request.URL.Parse(found[1])
			return next, discreet(err)
		}
	}
	return nil, nil
}
