package mail

import (
	"bytes"
	"encoding/base64"
	"mime/quotedprintable"
)

// writeMIME writes the fields of MIME and the body: plain part and HTML part as alternatives, the plain one first and the
// richest last (RFC 2046, section 5.1.4); beside them the transcript as an attachment, where there is one.
//
// Marks that a mail provider could fill in, such as Mailgun's %recipient%, arrive as typed as long as its batch sending
// (recipient-variables) and its tracking, which rewrites links and adds an image, are off.
//
// The standard library's pieces are put together here, as go-mail knows only random borders, or one and the same for all
// levels: neither the same bytes each time nor a message that can be taken apart would come of it.
func writeMIME(b *bytes.Buffer, id string, plain, html, transcript []byte) {
	// RFC 2045, section 6.7, advises "=_": it can be in no quoted-printable text, nor in a base64 one.
	mixed, alternative := "=_mixed-"+id, "=_alternative-"+id
	b.WriteString("MIME-Version: 1.0\r\n")
	if transcript == nil {
		writeAlternatives(b, alternative, plain, html)
		return
	}
	b.WriteString("Content-Type: multipart/mixed;\r\n boundary=\"" + mixed + "\"\r\n\r\n")
	b.WriteString("--" + mixed + "\r\n")
	writeAlternatives(b, alternative, plain, html)
	b.WriteString("\r\n--" + mixed + "\r\n")
	b.WriteString("Content-Type: text/plain; charset=utf-8; name=" + transcriptName + "\r\n")
	b.WriteString("Content-Disposition: attachment; filename=" + transcriptName + "\r\n")
	writeBase64(b, transcript)
	b.WriteString("\r\n--" + mixed + "--\r\n")
}

func writeAlternatives(b *bytes.Buffer, border string, plain, html []byte) {
	b.WriteString("Content-Type: multipart/alternative;\r\n boundary=\"" + border + "\"\r\n\r\n")
	for _, part := range []struct {
		mediaType string
		text      []byte
	}{{"text/plain", plain}, {"text/html", html}} {
		b.WriteString("--" + border + "\r\n")
		b.WriteString("Content-Type: " + part.mediaType + "; charset=utf-8\r\n")
		if isMostlyPlain(part.text) {
			writeQuotedPrintable(b, part.text)
		} else {
			writeBase64(b, part.text)
		}
		b.WriteString("\r\n")
	}
	b.WriteString("--" + border + "--\r\n")
}

// isMostlyPlain reports whether quoted-printable, which can be read in the source, is not longer than base64.
func isMostlyPlain(text []byte) bool {
	encoded := 0
	for _, c := range text {
		if c >= 0x80 || c == '=' {
			encoded++
		}
	}
	return encoded <= len(text)/6
}

// writeQuotedPrintable and writeBase64 write the last field of a part's header and its body. Writing to a Buffer never fails.
func writeQuotedPrintable(b *bytes.Buffer, text []byte) {
	b.WriteString("Content-Transfer-Encoding: quoted-printable\r\n\r\n")
	w := quotedprintable.NewWriter(b)
	_, _ = w.Write(text)
	_ = w.Close()
}

func writeBase64(b *bytes.Buffer, text []byte) {
	b.WriteString("Content-Transfer-Encoding: base64\r\n\r\n")
	// Line ends of text are CRLF in MIME (RFC 2046, section 4.1.1), also where an encoding hides them.
	text = bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n"))
	const perLine = 57 // 76 characters
	var line [76]byte
	for len(text) > 0 {
		n := min(perLine, len(text))
		base64.StdEncoding.Encode(line[:], text[:n])
		b.Write(line[:base64.StdEncoding.EncodedLen(n)])
		b.WriteString("\r\n")
		text = text[n:]
	}
}
