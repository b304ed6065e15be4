// Command pack puts a module into a folder that GOPROXY=file://… takes modules from:
//
//	go run . ../client umec.org/client v0.1.0 ../proxy
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"golang.org/x/mod/module"
	"golang.org/x/mod/zip"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 5 {
		log.Fatal("expected a folder, the module's path, its version, and the folder of the proxy")
	}
	if err := pack(os.Args[1], module.Version{Path: os.Args[2], Version: os.Args[3]}, os.Args[4]); err != nil {
		log.Fatal(err)
	}
}

// pack writes the four files that a proxy has of a module with one version (https://go.dev/ref/mod#goproxy-protocol).
func pack(source string, version module.Version, proxy string) error {
	folder := filepath.Join(proxy, version.Path, "@v")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	mod, err := os.ReadFile(filepath.Join(source, "go.mod"))
	if err != nil {
		return err
	}
	for name, content := range map[string]string{
		"list":                    version.Version + "\n",
		version.Version + ".info": fmt.Sprintf("{\"Version\":%q}\n", version.Version),
		version.Version + ".mod":  string(mod),
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o644); err != nil {
			return err
		}
	}
	file, err := os.Create(filepath.Join(folder, version.Version+".zip"))
	if err != nil {
		return err
	}
	if err := zip.CreateFromDir(file, version, source); err != nil {
		return err
	}
	return file.Close()
}
