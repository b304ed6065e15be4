// Command strict reads Kubernetes manifests from standard input as the API server of Kubernetes 1.34 would: fields that there are
// not, doubled keys, wrong types and unknown kinds are refused. It prints one JSON object:
//
//	{"objects": [...], "faults": ["<kind>/<name>: <what is wrong>"]}
//
// where each object is what was understood, and faults have, besides, what Pod Security Admission says of every pod in the namespace
// that it is in. Exit status 0 whatever it finds; 1 when it cannot read at all.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/yaml"
)

type report struct {
	Objects []json.RawMessage `json:"objects"`
	Faults  []string          `json:"faults"`
}

func main() {
	found, err := read(os.Stdin)
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(found)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func read(input io.Reader) (report, error) {
	found := report{Objects: []json.RawMessage{}, Faults: []string{}}
	objects := []runtime.Object{}
	documents := yaml.NewYAMLReader(bufio.NewReader(input))
	for {
		document, err := documents.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return found, err
		}
		object, err := decode(document)
		if err != nil {
			found.Faults = append(found.Faults, err.Error())
		}
		if object == nil {
			continue
		}
		objects = append(objects, object)
		text, err := json.Marshal(object)
		if err != nil {
			return found, err
		}
		found.Objects = append(found.Objects, text)
	}
	found.Faults = append(found.Faults, insecure(objects)...)
	return found, nil
}
