package postchat

// payload is the body. Its members are those of docs/webhook.schema.json; a test compares the two.
type payload struct {
	Type         string            `json:"type"`
	Conversation conversation      `json:"conversation"`
	StartedAt    string            `json:"started_at"`
	ClosedAt     string            `json:"closed_at"`
	ClosedBy     string            `json:"closed_by"`
	Kind         string            `json:"kind"`
	Codes        []string          `json:"codes"`
	Visitor      visitor           `json:"visitor"`
	Operators    []operator        `json:"operators"`
	Department   string            `json:"department"`
	Inbox        string            `json:"inbox"`
	Subject      string            `json:"subject"`
	Page         string            `json:"page"`
	Custom       map[string]string `json:"custom"`
	Transcript   []message         `json:"transcript"`
	FollowUp     *followUp         `json:"follow_up"`
}

type conversation struct {
	ID string `json:"id"`
}

type visitor struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Email string `json:"email"`
	Phone string `json:"phone"`
}

type operator struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Email string `json:"email"`
}

type message struct {
	ID      string `json:"id"`
	At      string `json:"at"`
	Role    string `json:"role"`
	Name    string `json:"name"`
	Text    string `json:"text"`
	Private bool   `json:"private"`
	Event   bool   `json:"event"`
	Files   []file `json:"files"`
}

type file struct {
	Name string `json:"name"`
	URL  string `json:"url"`
	Type string `json:"type"`
	Size int64  `json:"size"`
}

type followUp struct {
	Codes          []string  `json:"codes"`
	Note           string    `json:"note"`
	Urgent         bool      `json:"urgent"`
	ExtraAddresses addresses `json:"extra_addresses"`
	Operator       string    `json:"operator"`
}
