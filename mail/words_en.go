package mail

import "github.com/postchat/postchat"

var english = words{
	Lang: "en", Dir: "ltr",

	ChatWith: "Chat with %s", OfflineFrom: "Offline message from %s",
	SomeVisitor:    "a visitor",
	Urgent:         "Urgent",
	NoteBy:         "Note from %s",
	NoteByOperator: "Note from the operator",

	Codes: "Codes", NoCodes: "none given",
	UnknownCode: "unknown code", RetiredCode: "retired code", NoAddress: "no address",
	Visitor: "Visitor", Email: "E-mail", Phone: "Phone", NotAnAddress: "not a valid address",
	Operators: "Operators", Department: "Department", Page: "Page", Topic: "Subject",
	Kind: "Kind", OfflineMessage: "Offline message: it was left while nobody was there",
	Started: "Started", Ended: "Ended", Received: "Received", Duration: "Duration",
	FollowUp: "Follow-up",
	Hours:    "h", Minutes: "min", Seconds: "s",
	Months: [12]string{
		"January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December",
	},
	Day: "%d %s %d", DayAndTime: "2006-01-02 15:04", Decimal: ".",

	WriteToVisitor: "Write to the visitor",
	ReplyToVisitor: "A reply to this mail goes to the visitor.",
	ReplyElsewhere: "A reply to this mail goes to %s, not to the visitor.",
	YourChat:       "Your chat with %s", YourMessage: "Your message to %s",
	Rescue:     "This mail was refused by an address of the table, so it comes to standard.",
	RescueSaid: "The server said: %s", RefusedIt: "%s refused it: %s",
	Addendum: "There is more in this chat than in the first mail about it.",
	Again:    "This mail was sent again by a person.",
	Test:     "Test", TestOnly: "This is a test. It went to %s alone, and counts as no follow-up.",

	Transcript: "Transcript", NoMessages: "The chat has no messages.",
	Important: "Important lines", Starred: "important",
	NotWhole:    "The transcript is not whole: the chat system did not give the rest of it.",
	CoveredText: "covered text", CoveredHere: "Texts covered in this mail: %d. Whoever may see the follow-up can read them on its page.",
	ShownOf:       "%d of %d messages shown; the whole transcript is attached as " + transcriptName + ".",
	ShortenedHere: "Long texts are shortened here; all of them are whole in the attached " + transcriptName + ".",
	LeftOut:       "%d messages left out here",
	NoText:        "(no text)", File: "File", PrivateNote: "private note",
	Roles: map[postchat.Role]string{
		postchat.RoleVisitor: "visitor", postchat.RoleOperator: "operator",
		postchat.RoleBot: "bot", postchat.RoleSystem: "system", postchat.RoleUnknown: "unknown sender",
	},
	MoreCharacters: "… %d more characters in " + transcriptName, MoreFiles: "… %d more files in " + transcriptName,
	MoreInTranscript: "and %d more, in the attached " + transcriptName,

	Why:    "Why you get this",
	Nobody: "Nobody: no address leads here.",
	Reasons: map[postchat.ReasonKind]string{
		postchat.ReasonCode:             "the code %s was given",
		postchat.ReasonNoCode:           "standard: no code was given",
		postchat.ReasonNoKnownCode:      "standard: no known code was given",
		postchat.ReasonCodesUnaddressed: "standard: the codes given have no address",
		postchat.ReasonExtra:            "added by %s",
		postchat.ReasonRescue:           "standard: %s refused it",
		postchat.ReasonAgain:            "sent again by %s",
	},
	AddedByOperator: "added by the operator", SentAgain: "sent again",
	States: map[string]string{
		postchat.ReasonRescued:                   "an address refused the mail, so standard has it",
		postchat.ReasonUndone:                    "an OK was taken back",
		postchat.ReasonCodePicked:                "the required code was picked, and OK not pressed yet",
		postchat.ReasonReopened:                  "the conversation was opened again; it goes on when that is closed, or when an operator sends it",
		postchat.ReasonFetchFailed:               "the chat vendor does not give the transcript yet; it is asked again",
		postchat.ReasonFetchDenied:               "the transcript cannot be fetched until somebody sets the source right",
		postchat.ReasonRetired:                   "the transcript could not be fetched, and its source is retired",
		postchat.ReasonNothingNew:                "not forwarded: the conversation was opened and closed again, and nothing was said",
		string(postchat.NotForwardedNoStandard):  "not forwarded: standard has no address",
		string(postchat.NotForwardedUnaddressed): "not forwarded: the codes given have no address, and the campaign sends such chats to nobody",
	},
}
