CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE client (
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    created_at VARCHAR NOT NULL,
    changed_at VARCHAR NOT NULL,
    checksum VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    known VARCHAR NOT NULL,
    archived_at VARCHAR,
    deleted_at VARCHAR,
    PRIMARY KEY (seq),
    CONSTRAINT client_id UNIQUE (id)
);
CREATE INDEX client_name ON client (name);
CREATE TABLE call (
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    created_at VARCHAR NOT NULL,
    changed_at VARCHAR NOT NULL,
    checksum VARCHAR NOT NULL,
    client_id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    types VARCHAR NOT NULL,
    planned_wall VARCHAR,
    planned_zone VARCHAR,
    planned_utc VARCHAR,
    moment VARCHAR NOT NULL,
    length_minutes INTEGER NOT NULL,
    links VARCHAR NOT NULL,
    started_at VARCHAR,
    held_at VARCHAR,
    looked_back_now_at VARCHAR,
    looked_back_later_at VARCHAR,
    left_at VARCHAR,
    did_not_happen_at VARCHAR,
    copied_from VARCHAR,
    archived_at VARCHAR,
    deleted_at VARCHAR,
    PRIMARY KEY (seq),
    CONSTRAINT call_id UNIQUE (id),
    CONSTRAINT call_client FOREIGN KEY(client_id) REFERENCES client (id) ON DELETE CASCADE,
    CONSTRAINT call_length CHECK (length_minutes BETWEEN 1 AND 1440)
);
CREATE INDEX call_client_moment ON call (client_id, moment, deleted_at);
CREATE INDEX call_moment ON call (moment);
CREATE INDEX call_undecided ON call (moment) WHERE did_not_happen_at IS NULL
    AND looked_back_later_at IS NULL AND left_at IS NULL;
CREATE INDEX call_ahead ON call (moment) WHERE held_at IS NULL AND did_not_happen_at IS NULL
    AND looked_back_later_at IS NULL AND left_at IS NULL;
CREATE INDEX call_archived ON call (moment) WHERE archived_at IS NOT NULL;
CREATE INDEX call_cancelled ON call (moment) WHERE did_not_happen_at IS NOT NULL;
CREATE TABLE answer (
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    created_at VARCHAR NOT NULL,
    changed_at VARCHAR NOT NULL,
    checksum VARCHAR NOT NULL,
    call_id VARCHAR NOT NULL,
    "key" VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    wording VARCHAR NOT NULL,
    PRIMARY KEY (seq),
    CONSTRAINT answer_id UNIQUE (id),
    CONSTRAINT answer_key UNIQUE (call_id, "key"),
    CONSTRAINT answer_call FOREIGN KEY(call_id) REFERENCES call (id) ON DELETE CASCADE
);
CREATE TABLE item (
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    created_at VARCHAR NOT NULL,
    changed_at VARCHAR NOT NULL,
    checksum VARCHAR NOT NULL,
    call_id VARCHAR NOT NULL,
    "key" VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    value VARCHAR NOT NULL,
    wording VARCHAR NOT NULL,
    due VARCHAR,
    done_at VARCHAR,
    PRIMARY KEY (seq),
    CONSTRAINT item_id UNIQUE (id),
    CONSTRAINT item_call FOREIGN KEY(call_id) REFERENCES call (id) ON DELETE CASCADE
);
CREATE INDEX item_call_key ON item (call_id, "key", position);
CREATE INDEX item_due ON item ("key", done_at, due);
CREATE TABLE lesson (
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    created_at VARCHAR NOT NULL,
    changed_at VARCHAR NOT NULL,
    checksum VARCHAR NOT NULL,
    call_id VARCHAR,
    if_text VARCHAR NOT NULL,
    then_text VARCHAR NOT NULL,
    why VARCHAR NOT NULL,
    skill VARCHAR NOT NULL,
    types VARCHAR NOT NULL,
    used INTEGER NOT NULL,
    helped INTEGER NOT NULL,
    archived_at VARCHAR,
    deleted_at VARCHAR,
    PRIMARY KEY (seq),
    CONSTRAINT lesson_id UNIQUE (id),
    CONSTRAINT lesson_call FOREIGN KEY(call_id) REFERENCES call (id) ON DELETE SET NULL
);
CREATE INDEX lesson_call_id ON lesson (call_id);
CREATE INDEX lesson_created ON lesson (created_at);
CREATE TABLE phrase (
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    created_at VARCHAR NOT NULL,
    changed_at VARCHAR NOT NULL,
    checksum VARCHAR NOT NULL,
    guide_key VARCHAR NOT NULL,
    moment VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    fits VARCHAR NOT NULL,
    types VARCHAR NOT NULL,
    hidden_at VARCHAR,
    deleted_at VARCHAR,
    PRIMARY KEY (seq),
    CONSTRAINT phrase_id UNIQUE (id)
);
CREATE INDEX phrase_guide_key ON phrase (guide_key);
CREATE TABLE draft (
    name VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    changed_at VARCHAR NOT NULL,
    PRIMARY KEY (name)
);
CREATE TABLE call_document (
    place INTEGER NOT NULL,
    call_id VARCHAR NOT NULL,
    words VARCHAR NOT NULL,
    PRIMARY KEY (place),
    CONSTRAINT call_document_call UNIQUE (call_id),
    CONSTRAINT call_document_parent FOREIGN KEY(call_id) REFERENCES call (id) ON DELETE CASCADE
);
CREATE VIRTUAL TABLE call_words USING fts5(
    words, content='call_document', content_rowid='place',
    tokenize="unicode61 remove_diacritics 2", prefix='1 2 3 4'
);
CREATE TRIGGER call_document_added AFTER INSERT ON call_document BEGIN
    INSERT INTO call_words(rowid, words) VALUES (new.place, new.words);
END;
CREATE TRIGGER call_document_removed AFTER DELETE ON call_document BEGIN
    INSERT INTO call_words(call_words, rowid, words) VALUES ('delete', old.place, old.words);
END;
CREATE TRIGGER call_document_changed AFTER UPDATE ON call_document BEGIN
    INSERT INTO call_words(call_words, rowid, words) VALUES ('delete', old.place, old.words);
    INSERT INTO call_words(rowid, words) VALUES (new.place, new.words);
END;
CREATE TABLE note_document (
    place INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    owner_id VARCHAR NOT NULL,
    words VARCHAR NOT NULL,
    PRIMARY KEY (place),
    CONSTRAINT note_document_owner UNIQUE (owner_id)
);
CREATE VIRTUAL TABLE note_words USING fts5(
    words, content='note_document', content_rowid='place',
    tokenize="unicode61 remove_diacritics 2", prefix='1 2 3 4'
);
CREATE TRIGGER note_document_added AFTER INSERT ON note_document BEGIN
    INSERT INTO note_words(rowid, words) VALUES (new.place, new.words);
END;
CREATE TRIGGER note_document_removed AFTER DELETE ON note_document BEGIN
    INSERT INTO note_words(note_words, rowid, words) VALUES ('delete', old.place, old.words);
END;
CREATE TRIGGER note_document_changed AFTER UPDATE ON note_document BEGIN
    INSERT INTO note_words(note_words, rowid, words) VALUES ('delete', old.place, old.words);
    INSERT INTO note_words(rowid, words) VALUES (new.place, new.words);
END;
CREATE TRIGGER client_noted AFTER INSERT ON client BEGIN
    INSERT INTO note_document(place, kind, owner_id, words)
        SELECT ((CAST(strftime('%s', client.changed_at) AS INTEGER) / 60) << 24) | (1 << 22) | (client.seq & 4194303), 'client', client.id,
            client.name || char(10) || client.known
        FROM client WHERE client.id = new.id AND client.deleted_at IS NULL;
END;
CREATE TRIGGER client_changed AFTER UPDATE OF id, seq, name, known, changed_at, deleted_at ON client BEGIN
    DELETE FROM note_document WHERE owner_id = old.id;
    INSERT INTO note_document(place, kind, owner_id, words)
        SELECT ((CAST(strftime('%s', client.changed_at) AS INTEGER) / 60) << 24) | (1 << 22) | (client.seq & 4194303), 'client', client.id,
            client.name || char(10) || client.known
        FROM client WHERE client.id = new.id AND client.deleted_at IS NULL;
END;
CREATE TRIGGER client_forgotten AFTER DELETE ON client BEGIN
    DELETE FROM note_document WHERE owner_id = old.id;
END;
CREATE TRIGGER lesson_noted AFTER INSERT ON lesson BEGIN
    INSERT INTO note_document(place, kind, owner_id, words)
        SELECT ((CAST(strftime('%s', lesson.created_at) AS INTEGER) / 60) << 24) | (2 << 22) | (lesson.seq & 4194303), 'lesson', lesson.id,
            lesson.if_text || char(10) || lesson.then_text || char(10) || lesson.why
        FROM lesson WHERE lesson.id = new.id AND lesson.deleted_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM call WHERE call.id = lesson.call_id AND call.deleted_at IS NULL);
END;
CREATE TRIGGER lesson_changed AFTER UPDATE OF id, seq, call_id, if_text, then_text, why, created_at, deleted_at ON lesson BEGIN
    DELETE FROM note_document WHERE owner_id = old.id;
    INSERT INTO note_document(place, kind, owner_id, words)
        SELECT ((CAST(strftime('%s', lesson.created_at) AS INTEGER) / 60) << 24) | (2 << 22) | (lesson.seq & 4194303), 'lesson', lesson.id,
            lesson.if_text || char(10) || lesson.then_text || char(10) || lesson.why
        FROM lesson WHERE lesson.id = new.id AND lesson.deleted_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM call WHERE call.id = lesson.call_id AND call.deleted_at IS NULL);
END;
CREATE TRIGGER lesson_forgotten AFTER DELETE ON lesson BEGIN
    DELETE FROM note_document WHERE owner_id = old.id;
END;
CREATE TRIGGER call_left AFTER UPDATE OF id, deleted_at ON call BEGIN
    DELETE FROM note_document WHERE owner_id IN (SELECT id FROM lesson WHERE call_id = new.id);
    INSERT INTO note_document(place, kind, owner_id, words)
        SELECT ((CAST(strftime('%s', lesson.created_at) AS INTEGER) / 60) << 24) | (2 << 22) | (lesson.seq & 4194303), 'lesson', lesson.id,
            lesson.if_text || char(10) || lesson.then_text || char(10) || lesson.why
        FROM lesson WHERE lesson.call_id = new.id AND lesson.deleted_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM call WHERE call.id = lesson.call_id AND call.deleted_at IS NULL);
END;
CREATE TABLE forecast_lock (
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    created_at VARCHAR NOT NULL,
    changed_at VARCHAR NOT NULL,
    checksum VARCHAR NOT NULL,
    call_id VARCHAR NOT NULL,
    locked_at VARCHAR NOT NULL,
    unlocked_at VARCHAR,
    value VARCHAR NOT NULL,
    PRIMARY KEY (seq),
    CONSTRAINT forecast_lock_id UNIQUE (id),
    CONSTRAINT forecast_lock_call FOREIGN KEY(call_id) REFERENCES call (id) ON DELETE CASCADE
);
CREATE INDEX forecast_lock_call_id ON forecast_lock (call_id, unlocked_at);
CREATE TABLE pace (
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    created_at VARCHAR NOT NULL,
    changed_at VARCHAR NOT NULL,
    checksum VARCHAR NOT NULL,
    call_id VARCHAR NOT NULL,
    "key" VARCHAR NOT NULL,
    seconds INTEGER NOT NULL,
    PRIMARY KEY (seq),
    CONSTRAINT pace_id UNIQUE (id),
    CONSTRAINT pace_key UNIQUE (call_id, "key"),
    CONSTRAINT pace_call FOREIGN KEY(call_id) REFERENCES call (id) ON DELETE CASCADE,
    CONSTRAINT pace_seconds CHECK (seconds >= 0)
);
CREATE TRIGGER answer_locked_made BEFORE INSERT ON answer WHEN new."key" IN ('forecast', 'feelings', 'expects') AND EXISTS (SELECT 1 FROM forecast_lock WHERE call_id = new.call_id AND unlocked_at IS NULL) BEGIN SELECT RAISE(ABORT, 'forecast is locked'); END;
CREATE TRIGGER answer_locked_changed BEFORE UPDATE OF call_id, "key", value ON answer WHEN (new.value IS NOT old.value OR new.call_id IS NOT old.call_id OR new."key" IS NOT old."key") AND ((new."key" IN ('forecast', 'feelings', 'expects') AND EXISTS (SELECT 1 FROM forecast_lock WHERE call_id = new.call_id AND unlocked_at IS NULL)) OR (old."key" IN ('forecast', 'feelings', 'expects') AND EXISTS (SELECT 1 FROM forecast_lock WHERE call_id = old.call_id AND unlocked_at IS NULL))) BEGIN SELECT RAISE(ABORT, 'forecast is locked'); END;
CREATE TRIGGER answer_locked_removed BEFORE DELETE ON answer WHEN old."key" IN ('forecast', 'feelings', 'expects') AND EXISTS (SELECT 1 FROM forecast_lock WHERE call_id = old.call_id AND unlocked_at IS NULL) AND EXISTS (SELECT 1 FROM call WHERE id = old.call_id) BEGIN SELECT RAISE(ABORT, 'forecast is locked'); END;
CREATE TRIGGER item_locked_made BEFORE INSERT ON item WHEN new."key" = 'objections' AND EXISTS (SELECT 1 FROM forecast_lock WHERE call_id = new.call_id AND unlocked_at IS NULL) BEGIN SELECT RAISE(ABORT, 'forecast is locked'); END;
CREATE TRIGGER item_locked_changed BEFORE UPDATE OF call_id, "key", value ON item WHEN (new.value IS NOT old.value OR new.call_id IS NOT old.call_id OR new."key" IS NOT old."key") AND ((new."key" = 'objections' AND EXISTS (SELECT 1 FROM forecast_lock WHERE call_id = new.call_id AND unlocked_at IS NULL)) OR (old."key" = 'objections' AND EXISTS (SELECT 1 FROM forecast_lock WHERE call_id = old.call_id AND unlocked_at IS NULL))) BEGIN SELECT RAISE(ABORT, 'forecast is locked'); END;
CREATE TRIGGER item_locked_removed BEFORE DELETE ON item WHEN old."key" = 'objections' AND EXISTS (SELECT 1 FROM forecast_lock WHERE call_id = old.call_id AND unlocked_at IS NULL) AND EXISTS (SELECT 1 FROM call WHERE id = old.call_id) BEGIN SELECT RAISE(ABORT, 'forecast is locked'); END;
CREATE TRIGGER forecast_lock_changed BEFORE UPDATE ON forecast_lock
    WHEN new.id IS NOT old.id OR new.call_id IS NOT old.call_id OR new.locked_at IS NOT old.locked_at
        OR new.value IS NOT old.value OR (old.unlocked_at IS NOT NULL AND new.unlocked_at IS NOT old.unlocked_at)
BEGIN SELECT RAISE(ABORT, 'forecast is locked'); END;
CREATE TRIGGER forecast_lock_unlocked BEFORE UPDATE OF unlocked_at ON forecast_lock
    WHEN old.unlocked_at IS NULL AND new.unlocked_at IS NOT NULL
        AND EXISTS (SELECT 1 FROM call WHERE id = old.call_id AND held_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'forecast is locked'); END;
CREATE TRIGGER forecast_lock_removed BEFORE DELETE ON forecast_lock
    WHEN EXISTS (SELECT 1 FROM call WHERE id = old.call_id)
BEGIN SELECT RAISE(ABORT, 'forecast is locked'); END;
INSERT INTO client("seq", "id", "created_at", "changed_at", "name", "known", "archived_at", "deleted_at", "checksum") VALUES (1, 'client-1', '2026-11-20T09:00:00Z', '2026-11-20T09:00:00Z', 'Northwind', '', NULL, NULL, '602dab8715c8c84d');
INSERT INTO client("seq", "id", "created_at", "changed_at", "name", "known", "archived_at", "deleted_at", "checksum") VALUES (2, 'client-2', '2026-11-20T09:00:00Z', '2026-11-20T09:00:00Z', 'Contoso', 'Likes mail', '2026-11-20T09:00:00Z', NULL, 'ba0a8c160b8d8877');
INSERT INTO call("seq", "id", "created_at", "changed_at", "client_id", "title", "types", "planned_wall", "planned_zone", "planned_utc", "moment", "length_minutes", "links", "started_at", "held_at", "looked_back_now_at", "looked_back_later_at", "left_at", "did_not_happen_at", "copied_from", "archived_at", "deleted_at", "checksum") VALUES (1, 'call-1', '2026-11-20T09:00:00Z', '2026-11-20T09:00:00Z', 'client-1', 'Late report', 'complaint,scope', '2026-11-26T10:00', 'Europe/Berlin', '2026-11-26T09:00:00Z', '2026-11-26T09:00:00Z', 30, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '3281fedf03b7243a');
INSERT INTO call("seq", "id", "created_at", "changed_at", "client_id", "title", "types", "planned_wall", "planned_zone", "planned_utc", "moment", "length_minutes", "links", "started_at", "held_at", "looked_back_now_at", "looked_back_later_at", "left_at", "did_not_happen_at", "copied_from", "archived_at", "deleted_at", "checksum") VALUES (2, 'call-2', '2026-11-20T09:00:00Z', '2026-11-20T09:00:00Z', 'client-2', 'Umlauts: Ärger', 'complaint,scope', '2026-11-26T10:00', 'Europe/Berlin', '2026-11-26T09:00:00Z', '2026-11-26T09:00:00Z', 30, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-20T09:00:00Z', '9d72f4eb58b79b2a');
INSERT INTO answer("seq", "id", "created_at", "changed_at", "call_id", "key", "value", "wording", "checksum") VALUES (1, 'answer-1', '2026-11-20T09:00:00Z', '2026-11-20T09:00:00Z', 'call-1', 'issue', '{"text":"Two days late"}', 'What is it?', '40fb39d11854932e');
INSERT INTO answer("seq", "id", "created_at", "changed_at", "call_id", "key", "value", "wording", "checksum") VALUES (2, 'answer-2', '2026-11-20T09:00:00Z', '2026-11-20T09:00:00Z', 'call-2', 'issue', '{"text":"Two days late"}', 'What is it?', '4ff6c3b9c0abc4ca');
INSERT INTO item("seq", "id", "created_at", "changed_at", "call_id", "key", "position", "value", "wording", "due", "done_at", "checksum") VALUES (1, 'item-1', '2026-11-20T09:00:00Z', '2026-11-20T09:00:00Z', 'call-1', 'promised', 0, '{"text":"Send the plan"}', '', '2026-12-01', NULL, '3e99b4c8ab19082a');
INSERT INTO item("seq", "id", "created_at", "changed_at", "call_id", "key", "position", "value", "wording", "due", "done_at", "checksum") VALUES (2, 'item-2', '2026-11-20T09:00:00Z', '2026-11-20T09:00:00Z', 'call-2', 'points', 0, '{"text":"Send the plan"}', '', '2026-12-01', NULL, 'c0df1b13fc8f8168');
INSERT INTO lesson("seq", "id", "created_at", "changed_at", "call_id", "if_text", "then_text", "why", "skill", "types", "used", "helped", "archived_at", "deleted_at", "checksum") VALUES (1, 'lesson-1', '2026-11-20T09:00:00Z', '2026-11-20T09:00:00Z', 'call-1', 'a date slips', 'say it first', '', 'communication', '', 0, 0, NULL, NULL, 'cf68a61d936e131b');
INSERT INTO lesson("seq", "id", "created_at", "changed_at", "call_id", "if_text", "then_text", "why", "skill", "types", "used", "helped", "archived_at", "deleted_at", "checksum") VALUES (2, 'lesson-2', '2026-11-20T09:00:00Z', '2026-11-20T09:00:00Z', NULL, 'a date slips', 'say it first', '', 'communication', '', 0, 0, NULL, NULL, 'a0f962c830937ef1');
INSERT INTO phrase("seq", "id", "created_at", "changed_at", "guide_key", "moment", "text", "fits", "types", "hidden_at", "deleted_at", "checksum") VALUES (1, 'phrase-1', '2026-11-20T09:00:00Z', '2026-11-20T09:00:00Z', '', 'opening', 'Good that you called', 'opening,issue', 'complaint', NULL, NULL, '4f06902f065e41c0');
INSERT INTO forecast_lock("seq", "id", "created_at", "changed_at", "call_id", "locked_at", "unlocked_at", "value", "checksum") VALUES (1, 'lock-1', '2026-11-20T09:00:00Z', '2026-11-20T09:00:00Z', 'call-1', '2026-11-20T09:00:00Z', NULL, '{"forecast":{"ending":["agreed"]},"objections":[{"text":"Too late"}]}', '7ccb9d615cff103c');
INSERT INTO pace("seq", "id", "created_at", "changed_at", "call_id", "key", "seconds", "checksum") VALUES (1, 'pace-1', '2026-11-20T09:00:00Z', '2026-11-20T09:00:00Z', 'call-1', 'issue', 40, '926c1d8c51c6e6b8');
INSERT INTO call_document(place, call_id, words) VALUES (502109527080961, 'call-1', 'Northwind
Late report
Two days late
Send the plan
a date slips
say it first
');
INSERT INTO draft(name, value, changed_at) VALUES ('new call', 'Words in a form', '2026-11-20T09:00:00Z');
INSERT INTO alembic_version VALUES ('0002');
INSERT INTO call_words(call_words, rank) VALUES ('secure-delete', 1);
INSERT INTO note_words(note_words, rank) VALUES ('secure-delete', 1);
PRAGMA application_id = 1178812748;
