package client

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"
)

// serveReadings has three pages; behind the second one it says that the third is at last.
func serveReadings(f *fake, last string) *[]string {
	asked := &[]string{}
	f.mux.HandleFunc("/sensors/v1/tags/{mac}/readings", func(writer http.ResponseWriter, request *http.Request) {
		*asked = append(*asked, request.URL.RawQuery)
		number := map[string]int{"": 1, "a": 2, "b": 3}[request.URL.Query().Get("nextpage_opaque_marker")]
		writer.Header().Set("Content-Type", "application/json")
		if number < 3 {
			link := map[int]string{1: "?limit=2&nextpage_opaque_marker=a", 2: last}[number]
			writer.Header().Set("Link", `</other>; rel="first", <`+link+`>; rel="next"`)
		}
		fmt.Fprintf(writer, `[{"mac": "page %d"}, {"mac": "page %d"}]`, number, number)
	})
	return asked
}

func macs(t *testing.T, gateway *Gateway, most int) (read []string, err error) {
	limit := int64(2)
	list := func(ctx context.Context, editors ...RequestEditorFn) (*http.Response, error) {
		return gateway.TagReadingsGET(ctx, "AA:BB", &TagReadingsGETParams{Limit: &limit}, editors...)
	}
	for reading, err := range Items[Reading](t.Context(), list) {
		if err != nil {
			return read, err
		}
		if read = append(read, reading.Mac); len(read) == most {
			break
		}
	}
	return read, nil
}

func TestAListIsReadToItsEnd(t *testing.T) {
	f := newFake(t)
	asked := serveReadings(f, "/sensors/v1/tags/AA:BB/readings?limit=2&nextpage_opaque_marker=b")
	read, err := macs(t, f.gateway(t), -1)
	if want := []string{"page 1", "page 1", "page 2", "page 2", "page 3", "page 3"}; err != nil || !slices.Equal(read, want) {
		t.Errorf("read %v, %v", read, err)
	}
	if want := []string{"limit=2", "limit=2&nextpage_opaque_marker=a", "limit=2&nextpage_opaque_marker=b"}; !slices.Equal(*asked, want) {
		t.Errorf("asked %q", *asked)
	}
}

func TestPagesThatNobodyReadsAreNotAskedFor(t *testing.T) {
	f := newFake(t)
	asked := serveReadings(f, "/nowhere")
	if read, err := macs(t, f.gateway(t), 2); err != nil || len(read) != 2 || len(*asked) != 1 {
		t.Errorf("read %v, %v, asked %q", read, err, *asked)
	}
}

func TestThePageOfAnotherOriginIsRefused(t *testing.T) {
	f := newFake(t)
	serveReadings(f, "http://127.0.0.1:1/elsewhere")
	read, err := macs(t, f.gateway(t), -1)
	if len(read) != 4 || err == nil || !strings.Contains(err.Error(), "at http://127.0.0.1:1, but the gateway is at "+f.URL) {
		t.Errorf("read %v, %v", read, err)
	}
}

func TestAPageHasItsTime(t *testing.T) {
	list := func(ctx context.Context, _ ...RequestEditorFn) (*http.Response, error) {
		end, isThere := ctx.Deadline()
		if left := time.Until(end); !isThere || left <= 0 || left > longestPaging {
			t.Errorf("there are %v left", left)
		}
		return nil, context.DeadlineExceeded
	}
	for _, err := range Items[Reading](t.Context(), list) {
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Error(err)
		}
	}
}

func TestAPageThatFailsIsTheEnd(t *testing.T) {
	f := newFake(t)
	serveReadings(f, "/gone")
	if read, err := macs(t, f.gateway(t), -1); len(read) != 4 || err == nil {
		t.Errorf("read %v, %v", read, err)
	}
}
