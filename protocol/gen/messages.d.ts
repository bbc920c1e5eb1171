import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace comity. */
export namespace comity {

    /**
     * Properties of a DeliveryFrame.
     * @deprecated Use comity.DeliveryFrame.$Properties instead.
     */
    interface IDeliveryFrame extends comity.DeliveryFrame.$Properties {
    }

    /** Represents a DeliveryFrame. */
    class DeliveryFrame {

        /**
         * Constructs a new DeliveryFrame.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.DeliveryFrame.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DeliveryFrame deliver. */
        deliver: (comity.Deliver|null);

        /** DeliveryFrame answer. */
        answer: (comity.Answer|null);

        /** DeliveryFrame busy. */
        busy: (comity.Busy|null);

        /** DeliveryFrame ack. */
        ack: (comity.Ack|null);

        /** DeliveryFrame caughtUp. */
        caughtUp: (comity.CaughtUp|null);

        /** DeliveryFrame kind. */
        kind?: ("deliver"|"answer"|"busy"|"ack"|"caughtUp");

        /**
         * Creates a new DeliveryFrame instance using the specified properties.
         * @param [properties] Properties to set
         * @returns DeliveryFrame instance
         */
        static create(properties: comity.DeliveryFrame.$Shape): comity.DeliveryFrame & comity.DeliveryFrame.$Shape;
        static create(properties?: comity.DeliveryFrame.$Properties): comity.DeliveryFrame;

        /**
         * Encodes the specified DeliveryFrame message. Does not implicitly {@link comity.DeliveryFrame.verify|verify} messages.
         * @param message DeliveryFrame message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.DeliveryFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DeliveryFrame message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.DeliveryFrame & comity.DeliveryFrame.$Shape} DeliveryFrame
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.DeliveryFrame & comity.DeliveryFrame.$Shape;
    }

    namespace DeliveryFrame {

        /** Properties of a DeliveryFrame. */
        interface $Properties {

            /** DeliveryFrame deliver */
            deliver?: (comity.Deliver.$Properties|null);

            /** DeliveryFrame answer */
            answer?: (comity.Answer.$Properties|null);

            /** DeliveryFrame busy */
            busy?: (comity.Busy.$Properties|null);

            /** DeliveryFrame ack */
            ack?: (comity.Ack.$Properties|null);

            /** DeliveryFrame caughtUp */
            caughtUp?: (comity.CaughtUp.$Properties|null);

            /** DeliveryFrame kind */
            kind?: ("deliver"|"answer"|"busy"|"ack"|"caughtUp");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a DeliveryFrame. */
        type $Shape = {
          deliver?: comity.Deliver.$Shape|null;
          answer?: comity.Answer.$Shape|null;
          busy?: comity.Busy.$Shape|null;
          ack?: comity.Ack.$Shape|null;
          caughtUp?: comity.CaughtUp.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ kind?: undefined; deliver?: null; answer?: null; busy?: null; ack?: null; caughtUp?: null }|{ kind?: "deliver"; deliver: comity.Deliver.$Shape; answer?: null; busy?: null; ack?: null; caughtUp?: null }|{ kind?: "answer"; deliver?: null; answer: comity.Answer.$Shape; busy?: null; ack?: null; caughtUp?: null }|{ kind?: "busy"; deliver?: null; answer?: null; busy: comity.Busy.$Shape; ack?: null; caughtUp?: null }|{ kind?: "ack"; deliver?: null; answer?: null; busy?: null; ack: comity.Ack.$Shape; caughtUp?: null }|{ kind?: "caughtUp"; deliver?: null; answer?: null; busy?: null; ack?: null; caughtUp: comity.CaughtUp.$Shape })
        );
    }

    /**
     * Properties of a Deliver.
     * @deprecated Use comity.Deliver.$Properties instead.
     */
    interface IDeliver extends comity.Deliver.$Properties {
    }

    /** Represents a Deliver. */
    class Deliver {

        /**
         * Constructs a new Deliver.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Deliver.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Deliver epoch. */
        epoch: Uint8Array;

        /** Deliver number. */
        number: (number|Long);

        /** Deliver parcel. */
        parcel: comity.Parcel;

        /**
         * Creates a new Deliver instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Deliver instance
         */
        static create(properties: comity.Deliver.$Shape): comity.Deliver & comity.Deliver.$Shape;
        static create(properties?: comity.Deliver.$Properties): comity.Deliver;

        /**
         * Encodes the specified Deliver message. Does not implicitly {@link comity.Deliver.verify|verify} messages.
         * @param message Deliver message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Deliver.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Deliver message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Deliver & comity.Deliver.$Shape} Deliver
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Deliver & comity.Deliver.$Shape;
    }

    namespace Deliver {

        /** Properties of a Deliver. */
        interface $Properties {

            /** Deliver epoch */
            epoch?: Uint8Array;

            /** Deliver number */
            number?: (number|Long);

            /** Deliver parcel */
            parcel?: comity.Parcel.$Properties;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Deliver. */
        type $Shape = {
          epoch?: Uint8Array;
          number?: number|Long;
          parcel?: comity.Parcel.$Shape;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a Parcel.
     * @deprecated Use comity.Parcel.$Properties instead.
     */
    interface IParcel extends comity.Parcel.$Properties {
    }

    /** Represents a Parcel. */
    class Parcel {

        /**
         * Constructs a new Parcel.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Parcel.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Parcel item. */
        item: (Uint8Array|null);

        /** Parcel rejection. */
        rejection: (comity.Signed|null);

        /** Parcel evidence. */
        evidence: (comity.Signed|null);

        /** Parcel receipt. */
        receipt: comity.Signed;

        /** Parcel withheld. */
        withheld: boolean;

        /** Parcel kind. */
        kind?: ("item"|"rejection"|"evidence");

        /**
         * Creates a new Parcel instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Parcel instance
         */
        static create(properties: comity.Parcel.$Shape): comity.Parcel & comity.Parcel.$Shape;
        static create(properties?: comity.Parcel.$Properties): comity.Parcel;

        /**
         * Encodes the specified Parcel message. Does not implicitly {@link comity.Parcel.verify|verify} messages.
         * @param message Parcel message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Parcel.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Parcel message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Parcel & comity.Parcel.$Shape} Parcel
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Parcel & comity.Parcel.$Shape;
    }

    namespace Parcel {

        /** Properties of a Parcel. */
        interface $Properties {

            /** Parcel item */
            item?: (Uint8Array|null);

            /** Parcel rejection */
            rejection?: (comity.Signed.$Properties|null);

            /** Parcel evidence */
            evidence?: (comity.Signed.$Properties|null);

            /** Parcel receipt */
            receipt?: comity.Signed.$Properties;

            /** Parcel withheld */
            withheld?: boolean;

            /** Parcel kind */
            kind?: ("item"|"rejection"|"evidence");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a Parcel. */
        type $Shape = {
          item?: Uint8Array|null;
          rejection?: comity.Signed.$Shape|null;
          evidence?: comity.Signed.$Shape|null;
          receipt?: comity.Signed.$Shape;
          withheld?: boolean;
          $unknowns?: Uint8Array[];
        } & (
          ({ kind?: undefined; item?: null; rejection?: null; evidence?: null }|{ kind?: "item"; item: Uint8Array; rejection?: null; evidence?: null }|{ kind?: "rejection"; item?: null; rejection: comity.Signed.$Shape; evidence?: null }|{ kind?: "evidence"; item?: null; rejection?: null; evidence: comity.Signed.$Shape })
        );
    }

    /**
     * Properties of an Answer.
     * @deprecated Use comity.Answer.$Properties instead.
     */
    interface IAnswer extends comity.Answer.$Properties {
    }

    /** Represents an Answer. */
    class Answer {

        /**
         * Constructs a new Answer.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Answer.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Answer epoch. */
        epoch: Uint8Array;

        /** Answer number. */
        number: (number|Long);

        /** Answer receipt. */
        receipt: (comity.Signed|null);

        /** Answer rejection. */
        rejection: (comity.Signed|null);

        /** Answer standingItem. */
        standingItem: Uint8Array;

        /** Answer standingReceipt. */
        standingReceipt: comity.Signed;

        /** Answer kind. */
        kind?: ("receipt"|"rejection");

        /**
         * Creates a new Answer instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Answer instance
         */
        static create(properties: comity.Answer.$Shape): comity.Answer & comity.Answer.$Shape;
        static create(properties?: comity.Answer.$Properties): comity.Answer;

        /**
         * Encodes the specified Answer message. Does not implicitly {@link comity.Answer.verify|verify} messages.
         * @param message Answer message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Answer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Answer message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Answer & comity.Answer.$Shape} Answer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Answer & comity.Answer.$Shape;
    }

    namespace Answer {

        /** Properties of an Answer. */
        interface $Properties {

            /** Answer epoch */
            epoch?: Uint8Array;

            /** Answer number */
            number?: (number|Long);

            /** Answer receipt */
            receipt?: (comity.Signed.$Properties|null);

            /** Answer rejection */
            rejection?: (comity.Signed.$Properties|null);

            /** Answer standingItem */
            standingItem?: Uint8Array;

            /** Answer standingReceipt */
            standingReceipt?: comity.Signed.$Properties;

            /** Answer kind */
            kind?: ("receipt"|"rejection");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of an Answer. */
        type $Shape = {
          epoch?: Uint8Array;
          number?: number|Long;
          receipt?: comity.Signed.$Shape|null;
          rejection?: comity.Signed.$Shape|null;
          standingItem?: Uint8Array;
          standingReceipt?: comity.Signed.$Shape;
          $unknowns?: Uint8Array[];
        } & (
          ({ kind?: undefined; receipt?: null; rejection?: null }|{ kind?: "receipt"; receipt: comity.Signed.$Shape; rejection?: null }|{ kind?: "rejection"; receipt?: null; rejection: comity.Signed.$Shape })
        );
    }

    /**
     * Properties of a Busy.
     * @deprecated Use comity.Busy.$Properties instead.
     */
    interface IBusy extends comity.Busy.$Properties {
    }

    /** Represents a Busy. */
    class Busy {

        /**
         * Constructs a new Busy.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Busy.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Busy epoch. */
        epoch: Uint8Array;

        /** Busy number. */
        number: (number|Long);

        /** Busy retryAfterMs. */
        retryAfterMs: number;

        /** Busy needProfiles. */
        needProfiles: Uint8Array[];

        /**
         * Creates a new Busy instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Busy instance
         */
        static create(properties: comity.Busy.$Shape): comity.Busy & comity.Busy.$Shape;
        static create(properties?: comity.Busy.$Properties): comity.Busy;

        /**
         * Encodes the specified Busy message. Does not implicitly {@link comity.Busy.verify|verify} messages.
         * @param message Busy message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Busy.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Busy message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Busy & comity.Busy.$Shape} Busy
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Busy & comity.Busy.$Shape;
    }

    namespace Busy {

        /** Properties of a Busy. */
        interface $Properties {

            /** Busy epoch */
            epoch?: Uint8Array;

            /** Busy number */
            number?: (number|Long);

            /** Busy retryAfterMs */
            retryAfterMs?: number;

            /** Busy needProfiles */
            needProfiles?: Uint8Array[];

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Busy. */
        type $Shape = comity.Busy.$Properties;
    }

    /**
     * Properties of an Ack.
     * @deprecated Use comity.Ack.$Properties instead.
     */
    interface IAck extends comity.Ack.$Properties {
    }

    /** Represents an Ack. */
    class Ack {

        /**
         * Constructs a new Ack.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Ack.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Ack link. */
        link: comity.LinkState;

        /**
         * Creates a new Ack instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Ack instance
         */
        static create(properties: comity.Ack.$Shape): comity.Ack & comity.Ack.$Shape;
        static create(properties?: comity.Ack.$Properties): comity.Ack;

        /**
         * Encodes the specified Ack message. Does not implicitly {@link comity.Ack.verify|verify} messages.
         * @param message Ack message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Ack.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Ack message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Ack & comity.Ack.$Shape} Ack
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Ack & comity.Ack.$Shape;
    }

    namespace Ack {

        /** Properties of an Ack. */
        interface $Properties {

            /** Ack link */
            link?: comity.LinkState.$Properties;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Ack. */
        type $Shape = comity.Ack.$Properties;
    }

    /**
     * Properties of a CaughtUp.
     * @deprecated Use comity.CaughtUp.$Properties instead.
     */
    interface ICaughtUp extends comity.CaughtUp.$Properties {
    }

    /** Represents a CaughtUp. */
    class CaughtUp {

        /**
         * Constructs a new CaughtUp.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.CaughtUp.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CaughtUp epoch. */
        epoch: Uint8Array;

        /** CaughtUp number. */
        number: (number|Long);

        /**
         * Creates a new CaughtUp instance using the specified properties.
         * @param [properties] Properties to set
         * @returns CaughtUp instance
         */
        static create(properties: comity.CaughtUp.$Shape): comity.CaughtUp & comity.CaughtUp.$Shape;
        static create(properties?: comity.CaughtUp.$Properties): comity.CaughtUp;

        /**
         * Encodes the specified CaughtUp message. Does not implicitly {@link comity.CaughtUp.verify|verify} messages.
         * @param message CaughtUp message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.CaughtUp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CaughtUp message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.CaughtUp & comity.CaughtUp.$Shape} CaughtUp
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.CaughtUp & comity.CaughtUp.$Shape;
    }

    namespace CaughtUp {

        /** Properties of a CaughtUp. */
        interface $Properties {

            /** CaughtUp epoch */
            epoch?: Uint8Array;

            /** CaughtUp number */
            number?: (number|Long);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CaughtUp. */
        type $Shape = comity.CaughtUp.$Properties;
    }

    /**
     * Properties of a ReceiptStatement.
     * @deprecated Use comity.ReceiptStatement.$Properties instead.
     */
    interface IReceiptStatement extends comity.ReceiptStatement.$Properties {
    }

    /** Represents a ReceiptStatement. */
    class ReceiptStatement {

        /**
         * Constructs a new ReceiptStatement.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.ReceiptStatement.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ReceiptStatement network. */
        network: string;

        /** ReceiptStatement receiver. */
        receiver: string;

        /** ReceiptStatement sender. */
        sender: string;

        /** ReceiptStatement itemId. */
        itemId: Uint8Array;

        /** ReceiptStatement act. */
        act: Uint8Array;

        /** ReceiptStatement body. */
        body: Uint8Array;

        /** ReceiptStatement attachments. */
        attachments: Uint8Array[];

        /** ReceiptStatement parts. */
        parts: number;

        /** ReceiptStatement complete. */
        complete: boolean;

        /** ReceiptStatement receivedAt. */
        receivedAt: (number|Long);

        /** ReceiptStatement defects. */
        defects: string[];

        /** ReceiptStatement authority. */
        authority: string;

        /**
         * Creates a new ReceiptStatement instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ReceiptStatement instance
         */
        static create(properties: comity.ReceiptStatement.$Shape): comity.ReceiptStatement & comity.ReceiptStatement.$Shape;
        static create(properties?: comity.ReceiptStatement.$Properties): comity.ReceiptStatement;

        /**
         * Encodes the specified ReceiptStatement message. Does not implicitly {@link comity.ReceiptStatement.verify|verify} messages.
         * @param message ReceiptStatement message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.ReceiptStatement.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ReceiptStatement message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.ReceiptStatement & comity.ReceiptStatement.$Shape} ReceiptStatement
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.ReceiptStatement & comity.ReceiptStatement.$Shape;
    }

    namespace ReceiptStatement {

        /** Properties of a ReceiptStatement. */
        interface $Properties {

            /** ReceiptStatement network */
            network?: string;

            /** ReceiptStatement receiver */
            receiver?: string;

            /** ReceiptStatement sender */
            sender?: string;

            /** ReceiptStatement itemId */
            itemId?: Uint8Array;

            /** ReceiptStatement act */
            act?: Uint8Array;

            /** ReceiptStatement body */
            body?: Uint8Array;

            /** ReceiptStatement attachments */
            attachments?: Uint8Array[];

            /** ReceiptStatement parts */
            parts?: number;

            /** ReceiptStatement complete */
            complete?: boolean;

            /** ReceiptStatement receivedAt */
            receivedAt?: (number|Long);

            /** ReceiptStatement defects */
            defects?: string[];

            /** ReceiptStatement authority */
            authority?: string;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ReceiptStatement. */
        type $Shape = comity.ReceiptStatement.$Properties;
    }

    /**
     * Properties of a RejectionStatement.
     * @deprecated Use comity.RejectionStatement.$Properties instead.
     */
    interface IRejectionStatement extends comity.RejectionStatement.$Properties {
    }

    /** Represents a RejectionStatement. */
    class RejectionStatement {

        /**
         * Constructs a new RejectionStatement.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.RejectionStatement.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RejectionStatement network. */
        network: string;

        /** RejectionStatement receiver. */
        receiver: string;

        /** RejectionStatement sender. */
        sender: string;

        /** RejectionStatement itemId. */
        itemId: Uint8Array;

        /** RejectionStatement code. */
        code: string;

        /** RejectionStatement sentence. */
        sentence: string;

        /** RejectionStatement rejectedAt. */
        rejectedAt: (number|Long);

        /**
         * Creates a new RejectionStatement instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RejectionStatement instance
         */
        static create(properties: comity.RejectionStatement.$Shape): comity.RejectionStatement & comity.RejectionStatement.$Shape;
        static create(properties?: comity.RejectionStatement.$Properties): comity.RejectionStatement;

        /**
         * Encodes the specified RejectionStatement message. Does not implicitly {@link comity.RejectionStatement.verify|verify} messages.
         * @param message RejectionStatement message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.RejectionStatement.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RejectionStatement message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.RejectionStatement & comity.RejectionStatement.$Shape} RejectionStatement
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.RejectionStatement & comity.RejectionStatement.$Shape;
    }

    namespace RejectionStatement {

        /** Properties of a RejectionStatement. */
        interface $Properties {

            /** RejectionStatement network */
            network?: string;

            /** RejectionStatement receiver */
            receiver?: string;

            /** RejectionStatement sender */
            sender?: string;

            /** RejectionStatement itemId */
            itemId?: Uint8Array;

            /** RejectionStatement code */
            code?: string;

            /** RejectionStatement sentence */
            sentence?: string;

            /** RejectionStatement rejectedAt */
            rejectedAt?: (number|Long);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RejectionStatement. */
        type $Shape = comity.RejectionStatement.$Properties;
    }

    /** EvidenceLevel enum. */
    enum EvidenceLevel {

        /** LEVEL_UNSPECIFIED value */
        LEVEL_UNSPECIFIED = 0,

        /** SUBMISSION value */
        SUBMISSION = 1,

        /** RELAY value */
        RELAY = 2,

        /** DELIVERY value */
        DELIVERY = 3,

        /** ALARM value */
        ALARM = 4,

        /** RETRIEVAL value */
        RETRIEVAL = 5,

        /** DELAY value */
        DELAY = 6,

        /** NON_DELIVERY value */
        NON_DELIVERY = 7
    }

    /**
     * Properties of an EvidenceStatement.
     * @deprecated Use comity.EvidenceStatement.$Properties instead.
     */
    interface IEvidenceStatement extends comity.EvidenceStatement.$Properties {
    }

    /** Represents an EvidenceStatement. */
    class EvidenceStatement {

        /**
         * Constructs a new EvidenceStatement.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.EvidenceStatement.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** EvidenceStatement network. */
        network: string;

        /** EvidenceStatement party. */
        party: string;

        /** EvidenceStatement itemId. */
        itemId: Uint8Array;

        /** EvidenceStatement level. */
        level: comity.EvidenceLevel;

        /** EvidenceStatement at. */
        at: (number|Long);

        /** EvidenceStatement authority. */
        authority: string;

        /**
         * Creates a new EvidenceStatement instance using the specified properties.
         * @param [properties] Properties to set
         * @returns EvidenceStatement instance
         */
        static create(properties: comity.EvidenceStatement.$Shape): comity.EvidenceStatement & comity.EvidenceStatement.$Shape;
        static create(properties?: comity.EvidenceStatement.$Properties): comity.EvidenceStatement;

        /**
         * Encodes the specified EvidenceStatement message. Does not implicitly {@link comity.EvidenceStatement.verify|verify} messages.
         * @param message EvidenceStatement message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.EvidenceStatement.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an EvidenceStatement message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.EvidenceStatement & comity.EvidenceStatement.$Shape} EvidenceStatement
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.EvidenceStatement & comity.EvidenceStatement.$Shape;
    }

    namespace EvidenceStatement {

        /** Properties of an EvidenceStatement. */
        interface $Properties {

            /** EvidenceStatement network */
            network?: string;

            /** EvidenceStatement party */
            party?: string;

            /** EvidenceStatement itemId */
            itemId?: Uint8Array;

            /** EvidenceStatement level */
            level?: comity.EvidenceLevel;

            /** EvidenceStatement at */
            at?: (number|Long);

            /** EvidenceStatement authority */
            authority?: string;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an EvidenceStatement. */
        type $Shape = comity.EvidenceStatement.$Properties;
    }

    /**
     * Properties of a Signature.
     * @deprecated Use comity.Signature.$Properties instead.
     */
    interface ISignature extends comity.Signature.$Properties {
    }

    /** Represents a Signature. */
    class Signature {

        /**
         * Constructs a new Signature.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Signature.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Signature suite. */
        suite: number;

        /** Signature keyId. */
        keyId: Uint8Array;

        /** Signature value. */
        value: Uint8Array;

        /**
         * Creates a new Signature instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Signature instance
         */
        static create(properties: comity.Signature.$Shape): comity.Signature & comity.Signature.$Shape;
        static create(properties?: comity.Signature.$Properties): comity.Signature;

        /**
         * Encodes the specified Signature message. Does not implicitly {@link comity.Signature.verify|verify} messages.
         * @param message Signature message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Signature.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Signature message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Signature & comity.Signature.$Shape} Signature
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Signature & comity.Signature.$Shape;
    }

    namespace Signature {

        /** Properties of a Signature. */
        interface $Properties {

            /** Signature suite */
            suite?: number;

            /** Signature keyId */
            keyId?: Uint8Array;

            /** Signature value */
            value?: Uint8Array;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Signature. */
        type $Shape = comity.Signature.$Properties;
    }

    /**
     * Properties of a Signed.
     * @deprecated Use comity.Signed.$Properties instead.
     */
    interface ISigned extends comity.Signed.$Properties {
    }

    /** Represents a Signed. */
    class Signed {

        /**
         * Constructs a new Signed.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Signed.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Signed statement. */
        statement: Uint8Array;

        /** Signed signature. */
        signature: comity.Signature;

        /**
         * Creates a new Signed instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Signed instance
         */
        static create(properties: comity.Signed.$Shape): comity.Signed & comity.Signed.$Shape;
        static create(properties?: comity.Signed.$Properties): comity.Signed;

        /**
         * Encodes the specified Signed message. Does not implicitly {@link comity.Signed.verify|verify} messages.
         * @param message Signed message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Signed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Signed message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Signed & comity.Signed.$Shape} Signed
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Signed & comity.Signed.$Shape;
    }

    namespace Signed {

        /** Properties of a Signed. */
        interface $Properties {

            /** Signed statement */
            statement?: Uint8Array;

            /** Signed signature */
            signature?: comity.Signature.$Properties;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Signed. */
        type $Shape = comity.Signed.$Properties;
    }

    /**
     * Properties of a Key.
     * @deprecated Use comity.Key.$Properties instead.
     */
    interface IKey extends comity.Key.$Properties {
    }

    /** Represents a Key. */
    class Key {

        /**
         * Constructs a new Key.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Key.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Key suite. */
        suite: number;

        /** Key publicKey. */
        publicKey: Uint8Array;

        /** Key from. */
        from: (number|Long);

        /** Key until. */
        until: (number|Long);

        /** Key revokedAt. */
        revokedAt: (number|Long);

        /**
         * Creates a new Key instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Key instance
         */
        static create(properties: comity.Key.$Shape): comity.Key & comity.Key.$Shape;
        static create(properties?: comity.Key.$Properties): comity.Key;

        /**
         * Encodes the specified Key message. Does not implicitly {@link comity.Key.verify|verify} messages.
         * @param message Key message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Key.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Key message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Key & comity.Key.$Shape} Key
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Key & comity.Key.$Shape;
    }

    namespace Key {

        /** Properties of a Key. */
        interface $Properties {

            /** Key suite */
            suite?: number;

            /** Key publicKey */
            publicKey?: Uint8Array;

            /** Key from */
            from?: (number|Long);

            /** Key until */
            until?: (number|Long);

            /** Key revokedAt */
            revokedAt?: (number|Long);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Key. */
        type $Shape = comity.Key.$Properties;
    }

    /**
     * Properties of a SignedProfile.
     * @deprecated Use comity.SignedProfile.$Properties instead.
     */
    interface ISignedProfile extends comity.SignedProfile.$Properties {
    }

    /** Represents a SignedProfile. */
    class SignedProfile {

        /**
         * Constructs a new SignedProfile.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.SignedProfile.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SignedProfile profile. */
        profile: Uint8Array;

        /** SignedProfile signature. */
        signature: comity.Signature;

        /**
         * Creates a new SignedProfile instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SignedProfile instance
         */
        static create(properties: comity.SignedProfile.$Shape): comity.SignedProfile & comity.SignedProfile.$Shape;
        static create(properties?: comity.SignedProfile.$Properties): comity.SignedProfile;

        /**
         * Encodes the specified SignedProfile message. Does not implicitly {@link comity.SignedProfile.verify|verify} messages.
         * @param message SignedProfile message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.SignedProfile.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SignedProfile message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.SignedProfile & comity.SignedProfile.$Shape} SignedProfile
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.SignedProfile & comity.SignedProfile.$Shape;
    }

    namespace SignedProfile {

        /** Properties of a SignedProfile. */
        interface $Properties {

            /** SignedProfile profile */
            profile?: Uint8Array;

            /** SignedProfile signature */
            signature?: comity.Signature.$Properties;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SignedProfile. */
        type $Shape = comity.SignedProfile.$Properties;
    }

    /**
     * Properties of a Contradiction.
     * @deprecated Use comity.Contradiction.$Properties instead.
     */
    interface IContradiction extends comity.Contradiction.$Properties {
    }

    /** Represents a Contradiction. */
    class Contradiction {

        /**
         * Constructs a new Contradiction.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Contradiction.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Contradiction first. */
        first: comity.SignedProfile;

        /** Contradiction second. */
        second: comity.SignedProfile;

        /**
         * Creates a new Contradiction instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Contradiction instance
         */
        static create(properties: comity.Contradiction.$Shape): comity.Contradiction & comity.Contradiction.$Shape;
        static create(properties?: comity.Contradiction.$Properties): comity.Contradiction;

        /**
         * Encodes the specified Contradiction message. Does not implicitly {@link comity.Contradiction.verify|verify} messages.
         * @param message Contradiction message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Contradiction.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Contradiction message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Contradiction & comity.Contradiction.$Shape} Contradiction
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Contradiction & comity.Contradiction.$Shape;
    }

    namespace Contradiction {

        /** Properties of a Contradiction. */
        interface $Properties {

            /** Contradiction first */
            first?: comity.SignedProfile.$Properties;

            /** Contradiction second */
            second?: comity.SignedProfile.$Properties;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Contradiction. */
        type $Shape = comity.Contradiction.$Properties;
    }

    /**
     * Properties of a ProfileDraft.
     * @deprecated Use comity.ProfileDraft.$Properties instead.
     */
    interface IProfileDraft extends comity.ProfileDraft.$Properties {
    }

    /** Represents a ProfileDraft. */
    class ProfileDraft {

        /**
         * Constructs a new ProfileDraft.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.ProfileDraft.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ProfileDraft profile. */
        profile: Uint8Array;

        /** ProfileDraft before. */
        before: comity.SignedProfile;

        /**
         * Creates a new ProfileDraft instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ProfileDraft instance
         */
        static create(properties: comity.ProfileDraft.$Shape): comity.ProfileDraft & comity.ProfileDraft.$Shape;
        static create(properties?: comity.ProfileDraft.$Properties): comity.ProfileDraft;

        /**
         * Encodes the specified ProfileDraft message. Does not implicitly {@link comity.ProfileDraft.verify|verify} messages.
         * @param message ProfileDraft message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.ProfileDraft.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ProfileDraft message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.ProfileDraft & comity.ProfileDraft.$Shape} ProfileDraft
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.ProfileDraft & comity.ProfileDraft.$Shape;
    }

    namespace ProfileDraft {

        /** Properties of a ProfileDraft. */
        interface $Properties {

            /** ProfileDraft profile */
            profile?: Uint8Array;

            /** ProfileDraft before */
            before?: comity.SignedProfile.$Properties;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ProfileDraft. */
        type $Shape = comity.ProfileDraft.$Properties;
    }

    /**
     * Properties of a FormerStateKey.
     * @deprecated Use comity.FormerStateKey.$Properties instead.
     */
    interface IFormerStateKey extends comity.FormerStateKey.$Properties {
    }

    /** Represents a FormerStateKey. */
    class FormerStateKey {

        /**
         * Constructs a new FormerStateKey.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.FormerStateKey.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** FormerStateKey key. */
        key: comity.Key;

        /** FormerStateKey handover. */
        handover: comity.Signature;

        /**
         * Creates a new FormerStateKey instance using the specified properties.
         * @param [properties] Properties to set
         * @returns FormerStateKey instance
         */
        static create(properties: comity.FormerStateKey.$Shape): comity.FormerStateKey & comity.FormerStateKey.$Shape;
        static create(properties?: comity.FormerStateKey.$Properties): comity.FormerStateKey;

        /**
         * Encodes the specified FormerStateKey message. Does not implicitly {@link comity.FormerStateKey.verify|verify} messages.
         * @param message FormerStateKey message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.FormerStateKey.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a FormerStateKey message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.FormerStateKey & comity.FormerStateKey.$Shape} FormerStateKey
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.FormerStateKey & comity.FormerStateKey.$Shape;
    }

    namespace FormerStateKey {

        /** Properties of a FormerStateKey. */
        interface $Properties {

            /** FormerStateKey key */
            key?: comity.Key.$Properties;

            /** FormerStateKey handover */
            handover?: comity.Signature.$Properties;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a FormerStateKey. */
        type $Shape = comity.FormerStateKey.$Properties;
    }

    /**
     * Properties of a Profile.
     * @deprecated Use comity.Profile.$Properties instead.
     */
    interface IProfile extends comity.Profile.$Properties {
    }

    /** Represents a Profile. */
    class Profile {

        /**
         * Constructs a new Profile.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Profile.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Profile format. */
        format: number;

        /** Profile network. */
        network: string;

        /** Profile party. */
        party: string;

        /** Profile kind. */
        kind: string;

        /** Profile names. */
        names: comity.Name[];

        /** Profile version. */
        version: number;

        /** Profile previous. */
        previous: Uint8Array;

        /** Profile supersedes. */
        supersedes: Uint8Array[];

        /** Profile issuedAt. */
        issuedAt: (number|Long);

        /** Profile validFrom. */
        validFrom: (number|Long);

        /** Profile validUntil. */
        validUntil: (number|Long);

        /** Profile stateKey. */
        stateKey: comity.Key;

        /** Profile stateKeyHistory. */
        stateKeyHistory: comity.FormerStateKey[];

        /** Profile desks. */
        desks: comity.Desk[];

        /** Profile node. */
        node: comity.Node;

        /** Profile instruments. */
        instruments: comity.InstrumentReference[];

        /** Profile periods. */
        periods: comity.Period[];

        /** Profile acceptance. */
        acceptance: comity.Acceptance;

        /** Profile declarations. */
        declarations: comity.Record;

        /** Profile restricted. */
        restricted: Uint8Array;

        /** Profile extensions. */
        extensions: comity.Extension[];

        /**
         * Creates a new Profile instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Profile instance
         */
        static create(properties: comity.Profile.$Shape): comity.Profile & comity.Profile.$Shape;
        static create(properties?: comity.Profile.$Properties): comity.Profile;

        /**
         * Encodes the specified Profile message. Does not implicitly {@link comity.Profile.verify|verify} messages.
         * @param message Profile message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Profile.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Profile message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Profile & comity.Profile.$Shape} Profile
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Profile & comity.Profile.$Shape;
    }

    namespace Profile {

        /** Properties of a Profile. */
        interface $Properties {

            /** Profile format */
            format?: number;

            /** Profile network */
            network?: string;

            /** Profile party */
            party?: string;

            /** Profile kind */
            kind?: string;

            /** Profile names */
            names?: comity.Name.$Properties[];

            /** Profile version */
            version?: number;

            /** Profile previous */
            previous?: Uint8Array;

            /** Profile supersedes */
            supersedes?: Uint8Array[];

            /** Profile issuedAt */
            issuedAt?: (number|Long);

            /** Profile validFrom */
            validFrom?: (number|Long);

            /** Profile validUntil */
            validUntil?: (number|Long);

            /** Profile stateKey */
            stateKey?: comity.Key.$Properties;

            /** Profile stateKeyHistory */
            stateKeyHistory?: comity.FormerStateKey.$Properties[];

            /** Profile desks */
            desks?: comity.Desk.$Properties[];

            /** Profile node */
            node?: comity.Node.$Properties;

            /** Profile instruments */
            instruments?: comity.InstrumentReference.$Properties[];

            /** Profile periods */
            periods?: comity.Period.$Properties[];

            /** Profile acceptance */
            acceptance?: comity.Acceptance.$Properties;

            /** Profile declarations */
            declarations?: comity.Record.$Properties;

            /** Profile restricted */
            restricted?: Uint8Array;

            /** Profile extensions */
            extensions?: comity.Extension.$Properties[];

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Profile. */
        type $Shape = {
          format?: number;
          network?: string;
          party?: string;
          kind?: string;
          names?: comity.Name.$Shape[];
          version?: number;
          previous?: Uint8Array;
          supersedes?: Uint8Array[];
          issuedAt?: number|Long;
          validFrom?: number|Long;
          validUntil?: number|Long;
          stateKey?: comity.Key.$Shape;
          stateKeyHistory?: comity.FormerStateKey.$Shape[];
          desks?: comity.Desk.$Shape[];
          node?: comity.Node.$Shape;
          instruments?: comity.InstrumentReference.$Shape[];
          periods?: comity.Period.$Shape[];
          acceptance?: comity.Acceptance.$Shape;
          declarations?: comity.Record.$Shape;
          restricted?: Uint8Array;
          extensions?: comity.Extension.$Shape[];
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a Name.
     * @deprecated Use comity.Name.$Properties instead.
     */
    interface IName extends comity.Name.$Properties {
    }

    /** Represents a Name. */
    class Name {

        /**
         * Constructs a new Name.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Name.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Name language. */
        language: string;

        /** Name text. */
        text: string;

        /**
         * Creates a new Name instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Name instance
         */
        static create(properties: comity.Name.$Shape): comity.Name & comity.Name.$Shape;
        static create(properties?: comity.Name.$Properties): comity.Name;

        /**
         * Encodes the specified Name message. Does not implicitly {@link comity.Name.verify|verify} messages.
         * @param message Name message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Name.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Name message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Name & comity.Name.$Shape} Name
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Name & comity.Name.$Shape;
    }

    namespace Name {

        /** Properties of a Name. */
        interface $Properties {

            /** Name language */
            language?: string;

            /** Name text */
            text?: string;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Name. */
        type $Shape = comity.Name.$Properties;
    }

    /**
     * Properties of a Desk.
     * @deprecated Use comity.Desk.$Properties instead.
     */
    interface IDesk extends comity.Desk.$Properties {
    }

    /** Represents a Desk. */
    class Desk {

        /**
         * Constructs a new Desk.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Desk.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Desk id. */
        id: string;

        /** Desk role. */
        role: string;

        /** Desk name. */
        name: string;

        /** Desk function. */
        function: string;

        /** Desk competence. */
        competence: string[];

        /** Desk territory. */
        territory: string;

        /** Desk contact. */
        contact: string;

        /** Desk languages. */
        languages: string[];

        /** Desk hours. */
        hours: string;

        /** Desk timeZone. */
        timeZone: string;

        /** Desk utcOffsetMinutes. */
        utcOffsetMinutes: number;

        /** Desk aroundTheClock. */
        aroundTheClock: boolean;

        /** Desk keys. */
        keys: comity.Key[];

        /**
         * Creates a new Desk instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Desk instance
         */
        static create(properties: comity.Desk.$Shape): comity.Desk & comity.Desk.$Shape;
        static create(properties?: comity.Desk.$Properties): comity.Desk;

        /**
         * Encodes the specified Desk message. Does not implicitly {@link comity.Desk.verify|verify} messages.
         * @param message Desk message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Desk.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Desk message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Desk & comity.Desk.$Shape} Desk
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Desk & comity.Desk.$Shape;
    }

    namespace Desk {

        /** Properties of a Desk. */
        interface $Properties {

            /** Desk id */
            id?: string;

            /** Desk role */
            role?: string;

            /** Desk name */
            name?: string;

            /** Desk function */
            "function"?: string;

            /** Desk competence */
            competence?: string[];

            /** Desk territory */
            territory?: string;

            /** Desk contact */
            contact?: string;

            /** Desk languages */
            languages?: string[];

            /** Desk hours */
            hours?: string;

            /** Desk timeZone */
            timeZone?: string;

            /** Desk utcOffsetMinutes */
            utcOffsetMinutes?: number;

            /** Desk aroundTheClock */
            aroundTheClock?: boolean;

            /** Desk keys */
            keys?: comity.Key.$Properties[];

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Desk. */
        type $Shape = comity.Desk.$Properties;
    }

    /**
     * Properties of a Node.
     * @deprecated Use comity.Node.$Properties instead.
     */
    interface INode extends comity.Node.$Properties {
    }

    /** Represents a Node. */
    class Node {

        /**
         * Constructs a new Node.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Node.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Node peerId. */
        peerId: Uint8Array;

        /** Node nextPeerId. */
        nextPeerId: Uint8Array;

        /** Node receiptKeys. */
        receiptKeys: comity.Key[];

        /** Node recordKeys. */
        recordKeys: comity.Key[];

        /** Node addresses. */
        addresses: string[];

        /** Node dialable. */
        dialable: boolean;

        /** Node possession. */
        possession: comity.Signature;

        /** Node nextPossession. */
        nextPossession: comity.Signature;

        /**
         * Creates a new Node instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Node instance
         */
        static create(properties: comity.Node.$Shape): comity.Node & comity.Node.$Shape;
        static create(properties?: comity.Node.$Properties): comity.Node;

        /**
         * Encodes the specified Node message. Does not implicitly {@link comity.Node.verify|verify} messages.
         * @param message Node message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Node.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Node message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Node & comity.Node.$Shape} Node
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Node & comity.Node.$Shape;
    }

    namespace Node {

        /** Properties of a Node. */
        interface $Properties {

            /** Node peerId */
            peerId?: Uint8Array;

            /** Node nextPeerId */
            nextPeerId?: Uint8Array;

            /** Node receiptKeys */
            receiptKeys?: comity.Key.$Properties[];

            /** Node recordKeys */
            recordKeys?: comity.Key.$Properties[];

            /** Node addresses */
            addresses?: string[];

            /** Node dialable */
            dialable?: boolean;

            /** Node possession */
            possession?: comity.Signature.$Properties;

            /** Node nextPossession */
            nextPossession?: comity.Signature.$Properties;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Node. */
        type $Shape = comity.Node.$Properties;
    }

    /**
     * Properties of an InstrumentReference.
     * @deprecated Use comity.InstrumentReference.$Properties instead.
     */
    interface IInstrumentReference extends comity.InstrumentReference.$Properties {
    }

    /** Represents an InstrumentReference. */
    class InstrumentReference {

        /**
         * Constructs a new InstrumentReference.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.InstrumentReference.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** InstrumentReference id. */
        id: string;

        /** InstrumentReference version. */
        version: string;

        /** InstrumentReference digest. */
        digest: Uint8Array;

        /**
         * Creates a new InstrumentReference instance using the specified properties.
         * @param [properties] Properties to set
         * @returns InstrumentReference instance
         */
        static create(properties: comity.InstrumentReference.$Shape): comity.InstrumentReference & comity.InstrumentReference.$Shape;
        static create(properties?: comity.InstrumentReference.$Properties): comity.InstrumentReference;

        /**
         * Encodes the specified InstrumentReference message. Does not implicitly {@link comity.InstrumentReference.verify|verify} messages.
         * @param message InstrumentReference message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.InstrumentReference.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an InstrumentReference message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.InstrumentReference & comity.InstrumentReference.$Shape} InstrumentReference
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.InstrumentReference & comity.InstrumentReference.$Shape;
    }

    namespace InstrumentReference {

        /** Properties of an InstrumentReference. */
        interface $Properties {

            /** InstrumentReference id */
            id?: string;

            /** InstrumentReference version */
            version?: string;

            /** InstrumentReference digest */
            digest?: Uint8Array;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an InstrumentReference. */
        type $Shape = comity.InstrumentReference.$Properties;
    }

    /**
     * Properties of a Period.
     * @deprecated Use comity.Period.$Properties instead.
     */
    interface IPeriod extends comity.Period.$Properties {
    }

    /** Represents a Period. */
    class Period {

        /**
         * Constructs a new Period.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Period.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Period timer. */
        timer: string;

        /** Period urgency. */
        urgency: string;

        /** Period amount. */
        amount: number;

        /** Period unit. */
        unit: string;

        /**
         * Creates a new Period instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Period instance
         */
        static create(properties: comity.Period.$Shape): comity.Period & comity.Period.$Shape;
        static create(properties?: comity.Period.$Properties): comity.Period;

        /**
         * Encodes the specified Period message. Does not implicitly {@link comity.Period.verify|verify} messages.
         * @param message Period message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Period.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Period message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Period & comity.Period.$Shape} Period
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Period & comity.Period.$Shape;
    }

    namespace Period {

        /** Properties of a Period. */
        interface $Properties {

            /** Period timer */
            timer?: string;

            /** Period urgency */
            urgency?: string;

            /** Period amount */
            amount?: number;

            /** Period unit */
            unit?: string;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Period. */
        type $Shape = comity.Period.$Properties;
    }

    /**
     * Properties of an Acceptance.
     * @deprecated Use comity.Acceptance.$Properties instead.
     */
    interface IAcceptance extends comity.Acceptance.$Properties {
    }

    /** Represents an Acceptance. */
    class Acceptance {

        /**
         * Constructs a new Acceptance.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Acceptance.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Acceptance languages. */
        languages: string[];

        /** Acceptance itemBytesMax. */
        itemBytesMax: number;

        /** Acceptance attachmentBytesMax. */
        attachmentBytesMax: (number|Long);

        /** Acceptance channels. */
        channels: string[];

        /**
         * Creates a new Acceptance instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Acceptance instance
         */
        static create(properties: comity.Acceptance.$Shape): comity.Acceptance & comity.Acceptance.$Shape;
        static create(properties?: comity.Acceptance.$Properties): comity.Acceptance;

        /**
         * Encodes the specified Acceptance message. Does not implicitly {@link comity.Acceptance.verify|verify} messages.
         * @param message Acceptance message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Acceptance.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Acceptance message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Acceptance & comity.Acceptance.$Shape} Acceptance
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Acceptance & comity.Acceptance.$Shape;
    }

    namespace Acceptance {

        /** Properties of an Acceptance. */
        interface $Properties {

            /** Acceptance languages */
            languages?: string[];

            /** Acceptance itemBytesMax */
            itemBytesMax?: number;

            /** Acceptance attachmentBytesMax */
            attachmentBytesMax?: (number|Long);

            /** Acceptance channels */
            channels?: string[];

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Acceptance. */
        type $Shape = comity.Acceptance.$Properties;
    }

    /**
     * Properties of an OfficerCertificate.
     * @deprecated Use comity.OfficerCertificate.$Properties instead.
     */
    interface IOfficerCertificate extends comity.OfficerCertificate.$Properties {
    }

    /** Represents an OfficerCertificate. */
    class OfficerCertificate {

        /**
         * Constructs a new OfficerCertificate.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.OfficerCertificate.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** OfficerCertificate network. */
        network: string;

        /** OfficerCertificate party. */
        party: string;

        /** OfficerCertificate desk. */
        desk: string;

        /** OfficerCertificate suite. */
        suite: number;

        /** OfficerCertificate publicKey. */
        publicKey: Uint8Array;

        /** OfficerCertificate function. */
        function: string;

        /** OfficerCertificate role. */
        role: string;

        /** OfficerCertificate from. */
        from: (number|Long);

        /** OfficerCertificate until. */
        until: (number|Long);

        /**
         * Creates a new OfficerCertificate instance using the specified properties.
         * @param [properties] Properties to set
         * @returns OfficerCertificate instance
         */
        static create(properties: comity.OfficerCertificate.$Shape): comity.OfficerCertificate & comity.OfficerCertificate.$Shape;
        static create(properties?: comity.OfficerCertificate.$Properties): comity.OfficerCertificate;

        /**
         * Encodes the specified OfficerCertificate message. Does not implicitly {@link comity.OfficerCertificate.verify|verify} messages.
         * @param message OfficerCertificate message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.OfficerCertificate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an OfficerCertificate message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.OfficerCertificate & comity.OfficerCertificate.$Shape} OfficerCertificate
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.OfficerCertificate & comity.OfficerCertificate.$Shape;
    }

    namespace OfficerCertificate {

        /** Properties of an OfficerCertificate. */
        interface $Properties {

            /** OfficerCertificate network */
            network?: string;

            /** OfficerCertificate party */
            party?: string;

            /** OfficerCertificate desk */
            desk?: string;

            /** OfficerCertificate suite */
            suite?: number;

            /** OfficerCertificate publicKey */
            publicKey?: Uint8Array;

            /** OfficerCertificate function */
            "function"?: string;

            /** OfficerCertificate role */
            role?: string;

            /** OfficerCertificate from */
            from?: (number|Long);

            /** OfficerCertificate until */
            until?: (number|Long);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an OfficerCertificate. */
        type $Shape = comity.OfficerCertificate.$Properties;
    }

    /**
     * Properties of a Record.
     * @deprecated Use comity.Record.$Properties instead.
     */
    interface IRecord extends comity.Record.$Properties {
    }

    /** Represents a Record. */
    class Record {

        /**
         * Constructs a new Record.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Record.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Record fields. */
        fields: comity.Field[];

        /**
         * Creates a new Record instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Record instance
         */
        static create(properties: comity.Record.$Shape): comity.Record & comity.Record.$Shape;
        static create(properties?: comity.Record.$Properties): comity.Record;

        /**
         * Encodes the specified Record message. Does not implicitly {@link comity.Record.verify|verify} messages.
         * @param message Record message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Record.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Record message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Record & comity.Record.$Shape} Record
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Record & comity.Record.$Shape;
    }

    namespace Record {

        /** Properties of a Record. */
        interface $Properties {

            /** Record fields */
            fields?: comity.Field.$Properties[];

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Record. */
        type $Shape = {
          fields?: comity.Field.$Shape[];
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a Field.
     * @deprecated Use comity.Field.$Properties instead.
     */
    interface IField extends comity.Field.$Properties {
    }

    /** Represents a Field. */
    class Field {

        /**
         * Constructs a new Field.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Field.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Field name. */
        name: string;

        /** Field value. */
        value: comity.Value;

        /**
         * Creates a new Field instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Field instance
         */
        static create(properties: comity.Field.$Shape): comity.Field & comity.Field.$Shape;
        static create(properties?: comity.Field.$Properties): comity.Field;

        /**
         * Encodes the specified Field message. Does not implicitly {@link comity.Field.verify|verify} messages.
         * @param message Field message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Field.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Field message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Field & comity.Field.$Shape} Field
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Field & comity.Field.$Shape;
    }

    namespace Field {

        /** Properties of a Field. */
        interface $Properties {

            /** Field name */
            name?: string;

            /** Field value */
            value?: comity.Value.$Properties;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Field. */
        type $Shape = {
          name?: string;
          value?: comity.Value.$Shape;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a Value.
     * @deprecated Use comity.Value.$Properties instead.
     */
    interface IValue extends comity.Value.$Properties {
    }

    /** Represents a Value. */
    class Value {

        /**
         * Constructs a new Value.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Value.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Value text. */
        text: (string|null);

        /** Value integer. */
        integer: (number|Long|null);

        /** Value truth. */
        truth: (boolean|null);

        /** Value bytes. */
        bytes: (Uint8Array|null);

        /** Value list. */
        list: (comity.List|null);

        /** Value record. */
        record: (comity.Record|null);

        /** Value kind. */
        kind?: ("text"|"integer"|"truth"|"bytes"|"list"|"record");

        /**
         * Creates a new Value instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Value instance
         */
        static create(properties: comity.Value.$Shape): comity.Value & comity.Value.$Shape;
        static create(properties?: comity.Value.$Properties): comity.Value;

        /**
         * Encodes the specified Value message. Does not implicitly {@link comity.Value.verify|verify} messages.
         * @param message Value message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Value.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Value message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Value & comity.Value.$Shape} Value
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Value & comity.Value.$Shape;
    }

    namespace Value {

        /** Properties of a Value. */
        interface $Properties {

            /** Value text */
            text?: (string|null);

            /** Value integer */
            integer?: (number|Long|null);

            /** Value truth */
            truth?: (boolean|null);

            /** Value bytes */
            bytes?: (Uint8Array|null);

            /** Value list */
            list?: (comity.List.$Properties|null);

            /** Value record */
            record?: (comity.Record.$Properties|null);

            /** Value kind */
            kind?: ("text"|"integer"|"truth"|"bytes"|"list"|"record");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a Value. */
        type $Shape = {
          text?: string|null;
          integer?: number|Long|null;
          truth?: boolean|null;
          bytes?: Uint8Array|null;
          list?: comity.List.$Shape|null;
          record?: comity.Record.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ kind?: undefined; text?: null; integer?: null; truth?: null; bytes?: null; list?: null; record?: null }|{ kind?: "text"; text: string; integer?: null; truth?: null; bytes?: null; list?: null; record?: null }|{ kind?: "integer"; text?: null; integer: number|Long; truth?: null; bytes?: null; list?: null; record?: null }|{ kind?: "truth"; text?: null; integer?: null; truth: boolean; bytes?: null; list?: null; record?: null }|{ kind?: "bytes"; text?: null; integer?: null; truth?: null; bytes: Uint8Array; list?: null; record?: null }|{ kind?: "list"; text?: null; integer?: null; truth?: null; bytes?: null; list: comity.List.$Shape; record?: null }|{ kind?: "record"; text?: null; integer?: null; truth?: null; bytes?: null; list?: null; record: comity.Record.$Shape })
        );
    }

    /**
     * Properties of a List.
     * @deprecated Use comity.List.$Properties instead.
     */
    interface IList extends comity.List.$Properties {
    }

    /** Represents a List. */
    class List {

        /**
         * Constructs a new List.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.List.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** List values. */
        values: comity.Value[];

        /**
         * Creates a new List instance using the specified properties.
         * @param [properties] Properties to set
         * @returns List instance
         */
        static create(properties: comity.List.$Shape): comity.List & comity.List.$Shape;
        static create(properties?: comity.List.$Properties): comity.List;

        /**
         * Encodes the specified List message. Does not implicitly {@link comity.List.verify|verify} messages.
         * @param message List message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.List.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a List message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.List & comity.List.$Shape} List
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.List & comity.List.$Shape;
    }

    namespace List {

        /** Properties of a List. */
        interface $Properties {

            /** List values */
            values?: comity.Value.$Properties[];

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a List. */
        type $Shape = {
          values?: comity.Value.$Shape[];
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of an Extension.
     * @deprecated Use comity.Extension.$Properties instead.
     */
    interface IExtension extends comity.Extension.$Properties {
    }

    /** Represents an Extension. */
    class Extension {

        /**
         * Constructs a new Extension.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Extension.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Extension id. */
        id: number;

        /** Extension critical. */
        critical: boolean;

        /** Extension bytes. */
        bytes: Uint8Array;

        /**
         * Creates a new Extension instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Extension instance
         */
        static create(properties: comity.Extension.$Shape): comity.Extension & comity.Extension.$Shape;
        static create(properties?: comity.Extension.$Properties): comity.Extension;

        /**
         * Encodes the specified Extension message. Does not implicitly {@link comity.Extension.verify|verify} messages.
         * @param message Extension message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Extension.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Extension message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Extension & comity.Extension.$Shape} Extension
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Extension & comity.Extension.$Shape;
    }

    namespace Extension {

        /** Properties of an Extension. */
        interface $Properties {

            /** Extension id */
            id?: number;

            /** Extension critical */
            critical?: boolean;

            /** Extension bytes */
            bytes?: Uint8Array;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Extension. */
        type $Shape = comity.Extension.$Properties;
    }

    /**
     * Properties of a Hello.
     * @deprecated Use comity.Hello.$Properties instead.
     */
    interface IHello extends comity.Hello.$Properties {
    }

    /** Represents a Hello. */
    class Hello {

        /**
         * Constructs a new Hello.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Hello.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Hello network. */
        network: string;

        /** Hello bootId. */
        bootId: Uint8Array;

        /** Hello versions. */
        versions: number[];

        /** Hello kemPublicKey. */
        kemPublicKey: Uint8Array;

        /** Hello kemCiphertext. */
        kemCiphertext: Uint8Array;

        /**
         * Creates a new Hello instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Hello instance
         */
        static create(properties: comity.Hello.$Shape): comity.Hello & comity.Hello.$Shape;
        static create(properties?: comity.Hello.$Properties): comity.Hello;

        /**
         * Encodes the specified Hello message. Does not implicitly {@link comity.Hello.verify|verify} messages.
         * @param message Hello message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Hello message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Hello & comity.Hello.$Shape} Hello
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Hello & comity.Hello.$Shape;
    }

    namespace Hello {

        /** Properties of a Hello. */
        interface $Properties {

            /** Hello network */
            network?: string;

            /** Hello bootId */
            bootId?: Uint8Array;

            /** Hello versions */
            versions?: number[];

            /** Hello kemPublicKey */
            kemPublicKey?: Uint8Array;

            /** Hello kemCiphertext */
            kemCiphertext?: Uint8Array;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Hello. */
        type $Shape = comity.Hello.$Properties;
    }

    /**
     * Properties of a SessionFrame.
     * @deprecated Use comity.SessionFrame.$Properties instead.
     */
    interface ISessionFrame extends comity.SessionFrame.$Properties {
    }

    /** Represents a SessionFrame. */
    class SessionFrame {

        /**
         * Constructs a new SessionFrame.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.SessionFrame.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SessionFrame state. */
        state: (comity.State|null);

        /** SessionFrame ping. */
        ping: (comity.Ping|null);

        /** SessionFrame pong. */
        pong: (comity.Pong|null);

        /** SessionFrame kind. */
        kind?: ("state"|"ping"|"pong");

        /**
         * Creates a new SessionFrame instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SessionFrame instance
         */
        static create(properties: comity.SessionFrame.$Shape): comity.SessionFrame & comity.SessionFrame.$Shape;
        static create(properties?: comity.SessionFrame.$Properties): comity.SessionFrame;

        /**
         * Encodes the specified SessionFrame message. Does not implicitly {@link comity.SessionFrame.verify|verify} messages.
         * @param message SessionFrame message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.SessionFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SessionFrame message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.SessionFrame & comity.SessionFrame.$Shape} SessionFrame
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.SessionFrame & comity.SessionFrame.$Shape;
    }

    namespace SessionFrame {

        /** Properties of a SessionFrame. */
        interface $Properties {

            /** SessionFrame state */
            state?: (comity.State.$Properties|null);

            /** SessionFrame ping */
            ping?: (comity.Ping.$Properties|null);

            /** SessionFrame pong */
            pong?: (comity.Pong.$Properties|null);

            /** SessionFrame kind */
            kind?: ("state"|"ping"|"pong");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a SessionFrame. */
        type $Shape = {
          state?: comity.State.$Shape|null;
          ping?: comity.Ping.$Shape|null;
          pong?: comity.Pong.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ kind?: undefined; state?: null; ping?: null; pong?: null }|{ kind?: "state"; state: comity.State.$Shape; ping?: null; pong?: null }|{ kind?: "ping"; state?: null; ping: comity.Ping.$Shape; pong?: null }|{ kind?: "pong"; state?: null; ping?: null; pong: comity.Pong.$Shape })
        );
    }

    /**
     * Properties of a State.
     * @deprecated Use comity.State.$Properties instead.
     */
    interface IState extends comity.State.$Properties {
    }

    /** Represents a State. */
    class State {

        /**
         * Constructs a new State.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.State.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** State profiles. */
        profiles: comity.ProfileVersion[];

        /** State outgoing. */
        outgoing: comity.LinkState[];

        /** State incoming. */
        incoming: comity.LinkState[];

        /** State recovering. */
        recovering: boolean;

        /**
         * Creates a new State instance using the specified properties.
         * @param [properties] Properties to set
         * @returns State instance
         */
        static create(properties: comity.State.$Shape): comity.State & comity.State.$Shape;
        static create(properties?: comity.State.$Properties): comity.State;

        /**
         * Encodes the specified State message. Does not implicitly {@link comity.State.verify|verify} messages.
         * @param message State message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.State.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a State message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.State & comity.State.$Shape} State
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.State & comity.State.$Shape;
    }

    namespace State {

        /** Properties of a State. */
        interface $Properties {

            /** State profiles */
            profiles?: comity.ProfileVersion.$Properties[];

            /** State outgoing */
            outgoing?: comity.LinkState.$Properties[];

            /** State incoming */
            incoming?: comity.LinkState.$Properties[];

            /** State recovering */
            recovering?: boolean;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a State. */
        type $Shape = comity.State.$Properties;
    }

    /**
     * Properties of a ProfileVersion.
     * @deprecated Use comity.ProfileVersion.$Properties instead.
     */
    interface IProfileVersion extends comity.ProfileVersion.$Properties {
    }

    /** Represents a ProfileVersion. */
    class ProfileVersion {

        /**
         * Constructs a new ProfileVersion.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.ProfileVersion.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ProfileVersion party. */
        party: string;

        /** ProfileVersion version. */
        version: number;

        /** ProfileVersion digest. */
        digest: Uint8Array;

        /**
         * Creates a new ProfileVersion instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ProfileVersion instance
         */
        static create(properties: comity.ProfileVersion.$Shape): comity.ProfileVersion & comity.ProfileVersion.$Shape;
        static create(properties?: comity.ProfileVersion.$Properties): comity.ProfileVersion;

        /**
         * Encodes the specified ProfileVersion message. Does not implicitly {@link comity.ProfileVersion.verify|verify} messages.
         * @param message ProfileVersion message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.ProfileVersion.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ProfileVersion message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.ProfileVersion & comity.ProfileVersion.$Shape} ProfileVersion
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.ProfileVersion & comity.ProfileVersion.$Shape;
    }

    namespace ProfileVersion {

        /** Properties of a ProfileVersion. */
        interface $Properties {

            /** ProfileVersion party */
            party?: string;

            /** ProfileVersion version */
            version?: number;

            /** ProfileVersion digest */
            digest?: Uint8Array;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ProfileVersion. */
        type $Shape = comity.ProfileVersion.$Properties;
    }

    /**
     * Properties of a LinkState.
     * @deprecated Use comity.LinkState.$Properties instead.
     */
    interface ILinkState extends comity.LinkState.$Properties {
    }

    /** Represents a LinkState. */
    class LinkState {

        /**
         * Constructs a new LinkState.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.LinkState.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LinkState epoch. */
        epoch: Uint8Array;

        /** LinkState watermark. */
        watermark: (number|Long);

        /** LinkState ranges. */
        ranges: comity.Range[];

        /**
         * Creates a new LinkState instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LinkState instance
         */
        static create(properties: comity.LinkState.$Shape): comity.LinkState & comity.LinkState.$Shape;
        static create(properties?: comity.LinkState.$Properties): comity.LinkState;

        /**
         * Encodes the specified LinkState message. Does not implicitly {@link comity.LinkState.verify|verify} messages.
         * @param message LinkState message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.LinkState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LinkState message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.LinkState & comity.LinkState.$Shape} LinkState
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.LinkState & comity.LinkState.$Shape;
    }

    namespace LinkState {

        /** Properties of a LinkState. */
        interface $Properties {

            /** LinkState epoch */
            epoch?: Uint8Array;

            /** LinkState watermark */
            watermark?: (number|Long);

            /** LinkState ranges */
            ranges?: comity.Range.$Properties[];

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LinkState. */
        type $Shape = comity.LinkState.$Properties;
    }

    /**
     * Properties of a Range.
     * @deprecated Use comity.Range.$Properties instead.
     */
    interface IRange extends comity.Range.$Properties {
    }

    /** Represents a Range. */
    class Range {

        /**
         * Constructs a new Range.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Range.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Range first. */
        first: (number|Long);

        /** Range last. */
        last: (number|Long);

        /**
         * Creates a new Range instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Range instance
         */
        static create(properties: comity.Range.$Shape): comity.Range & comity.Range.$Shape;
        static create(properties?: comity.Range.$Properties): comity.Range;

        /**
         * Encodes the specified Range message. Does not implicitly {@link comity.Range.verify|verify} messages.
         * @param message Range message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Range.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Range message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Range & comity.Range.$Shape} Range
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Range & comity.Range.$Shape;
    }

    namespace Range {

        /** Properties of a Range. */
        interface $Properties {

            /** Range first */
            first?: (number|Long);

            /** Range last */
            last?: (number|Long);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Range. */
        type $Shape = comity.Range.$Properties;
    }

    /**
     * Properties of a Ping.
     * @deprecated Use comity.Ping.$Properties instead.
     */
    interface IPing extends comity.Ping.$Properties {
    }

    /** Represents a Ping. */
    class Ping {

        /**
         * Constructs a new Ping.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Ping.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Ping nonce. */
        nonce: (number|Long);

        /**
         * Creates a new Ping instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Ping instance
         */
        static create(properties: comity.Ping.$Shape): comity.Ping & comity.Ping.$Shape;
        static create(properties?: comity.Ping.$Properties): comity.Ping;

        /**
         * Encodes the specified Ping message. Does not implicitly {@link comity.Ping.verify|verify} messages.
         * @param message Ping message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Ping.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Ping message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Ping & comity.Ping.$Shape} Ping
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Ping & comity.Ping.$Shape;
    }

    namespace Ping {

        /** Properties of a Ping. */
        interface $Properties {

            /** Ping nonce */
            nonce?: (number|Long);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Ping. */
        type $Shape = comity.Ping.$Properties;
    }

    /**
     * Properties of a Pong.
     * @deprecated Use comity.Pong.$Properties instead.
     */
    interface IPong extends comity.Pong.$Properties {
    }

    /** Represents a Pong. */
    class Pong {

        /**
         * Constructs a new Pong.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Pong.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Pong nonce. */
        nonce: (number|Long);

        /** Pong at. */
        at: (number|Long);

        /**
         * Creates a new Pong instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Pong instance
         */
        static create(properties: comity.Pong.$Shape): comity.Pong & comity.Pong.$Shape;
        static create(properties?: comity.Pong.$Properties): comity.Pong;

        /**
         * Encodes the specified Pong message. Does not implicitly {@link comity.Pong.verify|verify} messages.
         * @param message Pong message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Pong.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Pong message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Pong & comity.Pong.$Shape} Pong
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Pong & comity.Pong.$Shape;
    }

    namespace Pong {

        /** Properties of a Pong. */
        interface $Properties {

            /** Pong nonce */
            nonce?: (number|Long);

            /** Pong at */
            at?: (number|Long);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Pong. */
        type $Shape = comity.Pong.$Properties;
    }

    /**
     * Properties of a DirectoryFrame.
     * @deprecated Use comity.DirectoryFrame.$Properties instead.
     */
    interface IDirectoryFrame extends comity.DirectoryFrame.$Properties {
    }

    /** Represents a DirectoryFrame. */
    class DirectoryFrame {

        /**
         * Constructs a new DirectoryFrame.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.DirectoryFrame.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DirectoryFrame inventory. */
        inventory: (comity.Inventory|null);

        /** DirectoryFrame want. */
        want: (comity.Want|null);

        /** DirectoryFrame profile. */
        profile: (comity.SignedProfile|null);

        /** DirectoryFrame done. */
        done: (comity.Done|null);

        /** DirectoryFrame kind. */
        kind?: ("inventory"|"want"|"profile"|"done");

        /**
         * Creates a new DirectoryFrame instance using the specified properties.
         * @param [properties] Properties to set
         * @returns DirectoryFrame instance
         */
        static create(properties: comity.DirectoryFrame.$Shape): comity.DirectoryFrame & comity.DirectoryFrame.$Shape;
        static create(properties?: comity.DirectoryFrame.$Properties): comity.DirectoryFrame;

        /**
         * Encodes the specified DirectoryFrame message. Does not implicitly {@link comity.DirectoryFrame.verify|verify} messages.
         * @param message DirectoryFrame message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.DirectoryFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DirectoryFrame message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.DirectoryFrame & comity.DirectoryFrame.$Shape} DirectoryFrame
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.DirectoryFrame & comity.DirectoryFrame.$Shape;
    }

    namespace DirectoryFrame {

        /** Properties of a DirectoryFrame. */
        interface $Properties {

            /** DirectoryFrame inventory */
            inventory?: (comity.Inventory.$Properties|null);

            /** DirectoryFrame want */
            want?: (comity.Want.$Properties|null);

            /** DirectoryFrame profile */
            profile?: (comity.SignedProfile.$Properties|null);

            /** DirectoryFrame done */
            done?: (comity.Done.$Properties|null);

            /** DirectoryFrame kind */
            kind?: ("inventory"|"want"|"profile"|"done");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a DirectoryFrame. */
        type $Shape = {
          inventory?: comity.Inventory.$Shape|null;
          want?: comity.Want.$Shape|null;
          profile?: comity.SignedProfile.$Shape|null;
          done?: comity.Done.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ kind?: undefined; inventory?: null; want?: null; profile?: null; done?: null }|{ kind?: "inventory"; inventory: comity.Inventory.$Shape; want?: null; profile?: null; done?: null }|{ kind?: "want"; inventory?: null; want: comity.Want.$Shape; profile?: null; done?: null }|{ kind?: "profile"; inventory?: null; want?: null; profile: comity.SignedProfile.$Shape; done?: null }|{ kind?: "done"; inventory?: null; want?: null; profile?: null; done: comity.Done.$Shape })
        );
    }

    /**
     * Properties of an Inventory.
     * @deprecated Use comity.Inventory.$Properties instead.
     */
    interface IInventory extends comity.Inventory.$Properties {
    }

    /** Represents an Inventory. */
    class Inventory {

        /**
         * Constructs a new Inventory.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Inventory.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Inventory profiles. */
        profiles: comity.ProfileVersion[];

        /**
         * Creates a new Inventory instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Inventory instance
         */
        static create(properties: comity.Inventory.$Shape): comity.Inventory & comity.Inventory.$Shape;
        static create(properties?: comity.Inventory.$Properties): comity.Inventory;

        /**
         * Encodes the specified Inventory message. Does not implicitly {@link comity.Inventory.verify|verify} messages.
         * @param message Inventory message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Inventory.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Inventory message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Inventory & comity.Inventory.$Shape} Inventory
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Inventory & comity.Inventory.$Shape;
    }

    namespace Inventory {

        /** Properties of an Inventory. */
        interface $Properties {

            /** Inventory profiles */
            profiles?: comity.ProfileVersion.$Properties[];

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Inventory. */
        type $Shape = comity.Inventory.$Properties;
    }

    /**
     * Properties of a Want.
     * @deprecated Use comity.Want.$Properties instead.
     */
    interface IWant extends comity.Want.$Properties {
    }

    /** Represents a Want. */
    class Want {

        /**
         * Constructs a new Want.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Want.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Want digests. */
        digests: Uint8Array[];

        /**
         * Creates a new Want instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Want instance
         */
        static create(properties: comity.Want.$Shape): comity.Want & comity.Want.$Shape;
        static create(properties?: comity.Want.$Properties): comity.Want;

        /**
         * Encodes the specified Want message. Does not implicitly {@link comity.Want.verify|verify} messages.
         * @param message Want message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Want.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Want message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Want & comity.Want.$Shape} Want
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Want & comity.Want.$Shape;
    }

    namespace Want {

        /** Properties of a Want. */
        interface $Properties {

            /** Want digests */
            digests?: Uint8Array[];

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Want. */
        type $Shape = comity.Want.$Properties;
    }

    /**
     * Properties of a Done.
     * @deprecated Use comity.Done.$Properties instead.
     */
    interface IDone extends comity.Done.$Properties {
    }

    /** Represents a Done. */
    class Done {

        /**
         * Constructs a new Done.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Done.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new Done instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Done instance
         */
        static create(properties: comity.Done.$Shape): comity.Done & comity.Done.$Shape;
        static create(properties?: comity.Done.$Properties): comity.Done;

        /**
         * Encodes the specified Done message. Does not implicitly {@link comity.Done.verify|verify} messages.
         * @param message Done message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Done.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Done message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Done & comity.Done.$Shape} Done
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Done & comity.Done.$Shape;
    }

    namespace Done {

        /** Properties of a Done. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Done. */
        type $Shape = comity.Done.$Properties;
    }

    /**
     * Properties of an Envelope.
     * @deprecated Use comity.Envelope.$Properties instead.
     */
    interface IEnvelope extends comity.Envelope.$Properties {
    }

    /** Represents an Envelope. */
    class Envelope {

        /**
         * Constructs a new Envelope.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Envelope.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Envelope header. */
        header: Uint8Array;

        /** Envelope act. */
        act: Uint8Array;

        /** Envelope actSalt. */
        actSalt: Uint8Array;

        /** Envelope body. */
        body: Uint8Array;

        /** Envelope bodySalt. */
        bodySalt: Uint8Array;

        /** Envelope authority. */
        authority: comity.Signature;

        /** Envelope officers. */
        officers: comity.OfficerSignature[];

        /**
         * Creates a new Envelope instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Envelope instance
         */
        static create(properties: comity.Envelope.$Shape): comity.Envelope & comity.Envelope.$Shape;
        static create(properties?: comity.Envelope.$Properties): comity.Envelope;

        /**
         * Encodes the specified Envelope message. Does not implicitly {@link comity.Envelope.verify|verify} messages.
         * @param message Envelope message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Envelope.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Envelope message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Envelope & comity.Envelope.$Shape} Envelope
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Envelope & comity.Envelope.$Shape;
    }

    namespace Envelope {

        /** Properties of an Envelope. */
        interface $Properties {

            /** Envelope header */
            header?: Uint8Array;

            /** Envelope act */
            act?: Uint8Array;

            /** Envelope actSalt */
            actSalt?: Uint8Array;

            /** Envelope body */
            body?: Uint8Array;

            /** Envelope bodySalt */
            bodySalt?: Uint8Array;

            /** Envelope authority */
            authority?: comity.Signature.$Properties;

            /** Envelope officers */
            officers?: comity.OfficerSignature.$Properties[];

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Envelope. */
        type $Shape = comity.Envelope.$Properties;
    }

    /**
     * Properties of an OfficerSignature.
     * @deprecated Use comity.OfficerSignature.$Properties instead.
     */
    interface IOfficerSignature extends comity.OfficerSignature.$Properties {
    }

    /** Represents an OfficerSignature. */
    class OfficerSignature {

        /**
         * Constructs a new OfficerSignature.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.OfficerSignature.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** OfficerSignature signature. */
        signature: comity.Signature;

        /** OfficerSignature certificate. */
        certificate: comity.Signed;

        /**
         * Creates a new OfficerSignature instance using the specified properties.
         * @param [properties] Properties to set
         * @returns OfficerSignature instance
         */
        static create(properties: comity.OfficerSignature.$Shape): comity.OfficerSignature & comity.OfficerSignature.$Shape;
        static create(properties?: comity.OfficerSignature.$Properties): comity.OfficerSignature;

        /**
         * Encodes the specified OfficerSignature message. Does not implicitly {@link comity.OfficerSignature.verify|verify} messages.
         * @param message OfficerSignature message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.OfficerSignature.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an OfficerSignature message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.OfficerSignature & comity.OfficerSignature.$Shape} OfficerSignature
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.OfficerSignature & comity.OfficerSignature.$Shape;
    }

    namespace OfficerSignature {

        /** Properties of an OfficerSignature. */
        interface $Properties {

            /** OfficerSignature signature */
            signature?: comity.Signature.$Properties;

            /** OfficerSignature certificate */
            certificate?: comity.Signed.$Properties;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an OfficerSignature. */
        type $Shape = comity.OfficerSignature.$Properties;
    }

    /**
     * Properties of a SignedHeader.
     * @deprecated Use comity.SignedHeader.$Properties instead.
     */
    interface ISignedHeader extends comity.SignedHeader.$Properties {
    }

    /** Represents a SignedHeader. */
    class SignedHeader {

        /**
         * Constructs a new SignedHeader.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.SignedHeader.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SignedHeader header. */
        header: Uint8Array;

        /** SignedHeader authority. */
        authority: comity.Signature;

        /** SignedHeader profile. */
        profile: comity.SignedProfile;

        /**
         * Creates a new SignedHeader instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SignedHeader instance
         */
        static create(properties: comity.SignedHeader.$Shape): comity.SignedHeader & comity.SignedHeader.$Shape;
        static create(properties?: comity.SignedHeader.$Properties): comity.SignedHeader;

        /**
         * Encodes the specified SignedHeader message. Does not implicitly {@link comity.SignedHeader.verify|verify} messages.
         * @param message SignedHeader message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.SignedHeader.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SignedHeader message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.SignedHeader & comity.SignedHeader.$Shape} SignedHeader
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.SignedHeader & comity.SignedHeader.$Shape;
    }

    namespace SignedHeader {

        /** Properties of a SignedHeader. */
        interface $Properties {

            /** SignedHeader header */
            header?: Uint8Array;

            /** SignedHeader authority */
            authority?: comity.Signature.$Properties;

            /** SignedHeader profile */
            profile?: comity.SignedProfile.$Properties;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SignedHeader. */
        type $Shape = comity.SignedHeader.$Properties;
    }

    /**
     * Properties of a Fork.
     * @deprecated Use comity.Fork.$Properties instead.
     */
    interface IFork extends comity.Fork.$Properties {
    }

    /** Represents a Fork. */
    class Fork {

        /**
         * Constructs a new Fork.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Fork.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Fork first. */
        first: comity.SignedHeader;

        /** Fork second. */
        second: comity.SignedHeader;

        /**
         * Creates a new Fork instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Fork instance
         */
        static create(properties: comity.Fork.$Shape): comity.Fork & comity.Fork.$Shape;
        static create(properties?: comity.Fork.$Properties): comity.Fork;

        /**
         * Encodes the specified Fork message. Does not implicitly {@link comity.Fork.verify|verify} messages.
         * @param message Fork message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Fork.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Fork message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Fork & comity.Fork.$Shape} Fork
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Fork & comity.Fork.$Shape;
    }

    namespace Fork {

        /** Properties of a Fork. */
        interface $Properties {

            /** Fork first */
            first?: comity.SignedHeader.$Properties;

            /** Fork second */
            second?: comity.SignedHeader.$Properties;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Fork. */
        type $Shape = comity.Fork.$Properties;
    }

    /**
     * Properties of a Header.
     * @deprecated Use comity.Header.$Properties instead.
     */
    interface IHeader extends comity.Header.$Properties {
    }

    /** Represents a Header. */
    class Header {

        /**
         * Constructs a new Header.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Header.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Header format. */
        format: number;

        /** Header network. */
        network: string;

        /** Header sender. */
        sender: comity.Address;

        /** Header recipient. */
        recipient: comity.Address;

        /** Header caseId. */
        caseId: Uint8Array;

        /** Header urgency. */
        urgency: comity.Urgency;

        /** Header createdAt. */
        createdAt: (number|Long);

        /** Header expiresAt. */
        expiresAt: (number|Long);

        /** Header instrument. */
        instrument: Uint8Array;

        /** Header catalogue. */
        catalogue: Uint8Array;

        /** Header senderProfile. */
        senderProfile: Uint8Array;

        /** Header recipientProfile. */
        recipientProfile: Uint8Array;

        /** Header sequence. */
        sequence: number;

        /** Header previous. */
        previous: Uint8Array;

        /** Header seen. */
        seen: Uint8Array;

        /** Header voids. */
        voids: Uint8Array[];

        /** Header fold. */
        fold: Uint8Array;

        /** Header act. */
        act: Uint8Array;

        /** Header body. */
        body: Uint8Array;

        /** Header attachments. */
        attachments: Uint8Array[];

        /** Header extensions. */
        extensions: comity.Extension[];

        /**
         * Creates a new Header instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Header instance
         */
        static create(properties: comity.Header.$Shape): comity.Header & comity.Header.$Shape;
        static create(properties?: comity.Header.$Properties): comity.Header;

        /**
         * Encodes the specified Header message. Does not implicitly {@link comity.Header.verify|verify} messages.
         * @param message Header message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Header.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Header message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Header & comity.Header.$Shape} Header
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Header & comity.Header.$Shape;
    }

    namespace Header {

        /** Properties of a Header. */
        interface $Properties {

            /** Header format */
            format?: number;

            /** Header network */
            network?: string;

            /** Header sender */
            sender?: comity.Address.$Properties;

            /** Header recipient */
            recipient?: comity.Address.$Properties;

            /** Header caseId */
            caseId?: Uint8Array;

            /** Header urgency */
            urgency?: comity.Urgency;

            /** Header createdAt */
            createdAt?: (number|Long);

            /** Header expiresAt */
            expiresAt?: (number|Long);

            /** Header instrument */
            instrument?: Uint8Array;

            /** Header catalogue */
            catalogue?: Uint8Array;

            /** Header senderProfile */
            senderProfile?: Uint8Array;

            /** Header recipientProfile */
            recipientProfile?: Uint8Array;

            /** Header sequence */
            sequence?: number;

            /** Header previous */
            previous?: Uint8Array;

            /** Header seen */
            seen?: Uint8Array;

            /** Header voids */
            voids?: Uint8Array[];

            /** Header fold */
            fold?: Uint8Array;

            /** Header act */
            act?: Uint8Array;

            /** Header body */
            body?: Uint8Array;

            /** Header attachments */
            attachments?: Uint8Array[];

            /** Header extensions */
            extensions?: comity.Extension.$Properties[];

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Header. */
        type $Shape = comity.Header.$Properties;
    }

    /**
     * Properties of an Address.
     * @deprecated Use comity.Address.$Properties instead.
     */
    interface IAddress extends comity.Address.$Properties {
    }

    /** Represents an Address. */
    class Address {

        /**
         * Constructs a new Address.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Address.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Address party. */
        party: string;

        /** Address authority. */
        authority: string;

        /** Address scope. */
        scope: string;

        /**
         * Creates a new Address instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Address instance
         */
        static create(properties: comity.Address.$Shape): comity.Address & comity.Address.$Shape;
        static create(properties?: comity.Address.$Properties): comity.Address;

        /**
         * Encodes the specified Address message. Does not implicitly {@link comity.Address.verify|verify} messages.
         * @param message Address message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Address.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Address message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Address & comity.Address.$Shape} Address
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Address & comity.Address.$Shape;
    }

    namespace Address {

        /** Properties of an Address. */
        interface $Properties {

            /** Address party */
            party?: string;

            /** Address authority */
            authority?: string;

            /** Address scope */
            scope?: string;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Address. */
        type $Shape = comity.Address.$Properties;
    }

    /** Urgency enum. */
    enum Urgency {

        /** URGENCY_UNSPECIFIED value */
        URGENCY_UNSPECIFIED = 0,

        /** ROUTINE value */
        ROUTINE = 1,

        /** URGENT value */
        URGENT = 2,

        /** EMERGENCY value */
        EMERGENCY = 3
    }

    /**
     * Properties of an Act.
     * @deprecated Use comity.Act.$Properties instead.
     */
    interface IAct extends comity.Act.$Properties {
    }

    /** Represents an Act. */
    class Act {

        /**
         * Constructs a new Act.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Act.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Act kind. */
        kind: string;

        /** Act verb. */
        verb: string;

        /** Act paragraphs. */
        paragraphs: string[];

        /** Act regime. */
        regime: comity.Regime;

        /** Act exercise. */
        exercise: boolean;

        /** Act basis. */
        basis: Uint8Array;

        /** Act content. */
        content: comity.Record;

        /** Act quotes. */
        quotes: comity.Quote[];

        /** Act extensions. */
        extensions: comity.Extension[];

        /**
         * Creates a new Act instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Act instance
         */
        static create(properties: comity.Act.$Shape): comity.Act & comity.Act.$Shape;
        static create(properties?: comity.Act.$Properties): comity.Act;

        /**
         * Encodes the specified Act message. Does not implicitly {@link comity.Act.verify|verify} messages.
         * @param message Act message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Act.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Act message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Act & comity.Act.$Shape} Act
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Act & comity.Act.$Shape;
    }

    namespace Act {

        /** Properties of an Act. */
        interface $Properties {

            /** Act kind */
            kind?: string;

            /** Act verb */
            verb?: string;

            /** Act paragraphs */
            paragraphs?: string[];

            /** Act regime */
            regime?: comity.Regime.$Properties;

            /** Act exercise */
            exercise?: boolean;

            /** Act basis */
            basis?: Uint8Array;

            /** Act content */
            content?: comity.Record.$Properties;

            /** Act quotes */
            quotes?: comity.Quote.$Properties[];

            /** Act extensions */
            extensions?: comity.Extension.$Properties[];

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Act. */
        type $Shape = {
          kind?: string;
          verb?: string;
          paragraphs?: string[];
          regime?: comity.Regime.$Shape;
          exercise?: boolean;
          basis?: Uint8Array;
          content?: comity.Record.$Shape;
          quotes?: comity.Quote.$Shape[];
          extensions?: comity.Extension.$Shape[];
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a Regime.
     * @deprecated Use comity.Regime.$Properties instead.
     */
    interface IRegime extends comity.Regime.$Properties {
    }

    /** Represents a Regime. */
    class Regime {

        /**
         * Constructs a new Regime.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Regime.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Regime legalBasis. */
        legalBasis: comity.LegalBasis[];

        /** Regime procedure. */
        procedure: string;

        /** Regime rulePack. */
        rulePack: string;

        /** Regime catalogueVersion. */
        catalogueVersion: string;

        /** Regime conventionVersion. */
        conventionVersion: string;

        /**
         * Creates a new Regime instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Regime instance
         */
        static create(properties: comity.Regime.$Shape): comity.Regime & comity.Regime.$Shape;
        static create(properties?: comity.Regime.$Properties): comity.Regime;

        /**
         * Encodes the specified Regime message. Does not implicitly {@link comity.Regime.verify|verify} messages.
         * @param message Regime message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Regime.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Regime message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Regime & comity.Regime.$Shape} Regime
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Regime & comity.Regime.$Shape;
    }

    namespace Regime {

        /** Properties of a Regime. */
        interface $Properties {

            /** Regime legalBasis */
            legalBasis?: comity.LegalBasis.$Properties[];

            /** Regime procedure */
            procedure?: string;

            /** Regime rulePack */
            rulePack?: string;

            /** Regime catalogueVersion */
            catalogueVersion?: string;

            /** Regime conventionVersion */
            conventionVersion?: string;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Regime. */
        type $Shape = comity.Regime.$Properties;
    }

    /**
     * Properties of a LegalBasis.
     * @deprecated Use comity.LegalBasis.$Properties instead.
     */
    interface ILegalBasis extends comity.LegalBasis.$Properties {
    }

    /** Represents a LegalBasis. */
    class LegalBasis {

        /**
         * Constructs a new LegalBasis.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.LegalBasis.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LegalBasis basis. */
        basis: string;

        /** LegalBasis reference. */
        reference: string;

        /**
         * Creates a new LegalBasis instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LegalBasis instance
         */
        static create(properties: comity.LegalBasis.$Shape): comity.LegalBasis & comity.LegalBasis.$Shape;
        static create(properties?: comity.LegalBasis.$Properties): comity.LegalBasis;

        /**
         * Encodes the specified LegalBasis message. Does not implicitly {@link comity.LegalBasis.verify|verify} messages.
         * @param message LegalBasis message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.LegalBasis.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LegalBasis message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.LegalBasis & comity.LegalBasis.$Shape} LegalBasis
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.LegalBasis & comity.LegalBasis.$Shape;
    }

    namespace LegalBasis {

        /** Properties of a LegalBasis. */
        interface $Properties {

            /** LegalBasis basis */
            basis?: string;

            /** LegalBasis reference */
            reference?: string;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LegalBasis. */
        type $Shape = comity.LegalBasis.$Properties;
    }

    /**
     * Properties of a Quote.
     * @deprecated Use comity.Quote.$Properties instead.
     */
    interface IQuote extends comity.Quote.$Properties {
    }

    /** Represents a Quote. */
    class Quote {

        /**
         * Constructs a new Quote.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Quote.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Quote header. */
        header: Uint8Array;

        /** Quote act. */
        act: Uint8Array;

        /** Quote actSalt. */
        actSalt: Uint8Array;

        /** Quote authority. */
        authority: comity.Signature;

        /** Quote officers. */
        officers: comity.OfficerSignature[];

        /** Quote receipt. */
        receipt: comity.Signed;

        /**
         * Creates a new Quote instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Quote instance
         */
        static create(properties: comity.Quote.$Shape): comity.Quote & comity.Quote.$Shape;
        static create(properties?: comity.Quote.$Properties): comity.Quote;

        /**
         * Encodes the specified Quote message. Does not implicitly {@link comity.Quote.verify|verify} messages.
         * @param message Quote message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Quote.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Quote message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Quote & comity.Quote.$Shape} Quote
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Quote & comity.Quote.$Shape;
    }

    namespace Quote {

        /** Properties of a Quote. */
        interface $Properties {

            /** Quote header */
            header?: Uint8Array;

            /** Quote act */
            act?: Uint8Array;

            /** Quote actSalt */
            actSalt?: Uint8Array;

            /** Quote authority */
            authority?: comity.Signature.$Properties;

            /** Quote officers */
            officers?: comity.OfficerSignature.$Properties[];

            /** Quote receipt */
            receipt?: comity.Signed.$Properties;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Quote. */
        type $Shape = comity.Quote.$Properties;
    }

    /**
     * Properties of a Body.
     * @deprecated Use comity.Body.$Properties instead.
     */
    interface IBody extends comity.Body.$Properties {
    }

    /** Represents a Body. */
    class Body {

        /**
         * Constructs a new Body.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Body.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Body language. */
        language: string;

        /** Body content. */
        content: comity.Record;

        /** Body extensions. */
        extensions: comity.Extension[];

        /**
         * Creates a new Body instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Body instance
         */
        static create(properties: comity.Body.$Shape): comity.Body & comity.Body.$Shape;
        static create(properties?: comity.Body.$Properties): comity.Body;

        /**
         * Encodes the specified Body message. Does not implicitly {@link comity.Body.verify|verify} messages.
         * @param message Body message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Body.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Body message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Body & comity.Body.$Shape} Body
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Body & comity.Body.$Shape;
    }

    namespace Body {

        /** Properties of a Body. */
        interface $Properties {

            /** Body language */
            language?: string;

            /** Body content */
            content?: comity.Record.$Properties;

            /** Body extensions */
            extensions?: comity.Extension.$Properties[];

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Body. */
        type $Shape = {
          language?: string;
          content?: comity.Record.$Shape;
          extensions?: comity.Extension.$Shape[];
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a Checkpoint.
     * @deprecated Use comity.Checkpoint.$Properties instead.
     */
    interface ICheckpoint extends comity.Checkpoint.$Properties {
    }

    /** Represents a Checkpoint. */
    class Checkpoint {

        /**
         * Constructs a new Checkpoint.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Checkpoint.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Checkpoint network. */
        network: string;

        /** Checkpoint party. */
        party: string;

        /** Checkpoint size. */
        size: (number|Long);

        /** Checkpoint root. */
        root: Uint8Array;

        /** Checkpoint at. */
        at: (number|Long);

        /**
         * Creates a new Checkpoint instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Checkpoint instance
         */
        static create(properties: comity.Checkpoint.$Shape): comity.Checkpoint & comity.Checkpoint.$Shape;
        static create(properties?: comity.Checkpoint.$Properties): comity.Checkpoint;

        /**
         * Encodes the specified Checkpoint message. Does not implicitly {@link comity.Checkpoint.verify|verify} messages.
         * @param message Checkpoint message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Checkpoint.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Checkpoint message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Checkpoint & comity.Checkpoint.$Shape} Checkpoint
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Checkpoint & comity.Checkpoint.$Shape;
    }

    namespace Checkpoint {

        /** Properties of a Checkpoint. */
        interface $Properties {

            /** Checkpoint network */
            network?: string;

            /** Checkpoint party */
            party?: string;

            /** Checkpoint size */
            size?: (number|Long);

            /** Checkpoint root */
            root?: Uint8Array;

            /** Checkpoint at */
            at?: (number|Long);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Checkpoint. */
        type $Shape = comity.Checkpoint.$Properties;
    }

    /**
     * Properties of an Anchor.
     * @deprecated Use comity.Anchor.$Properties instead.
     */
    interface IAnchor extends comity.Anchor.$Properties {
    }

    /** Represents an Anchor. */
    class Anchor {

        /**
         * Constructs a new Anchor.
         * @param [properties] Properties to set
         */
        constructor(properties?: comity.Anchor.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Anchor network. */
        network: string;

        /** Anchor party. */
        party: string;

        /** Anchor digest. */
        digest: Uint8Array;

        /** Anchor at. */
        at: (number|Long);

        /**
         * Creates a new Anchor instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Anchor instance
         */
        static create(properties: comity.Anchor.$Shape): comity.Anchor & comity.Anchor.$Shape;
        static create(properties?: comity.Anchor.$Properties): comity.Anchor;

        /**
         * Encodes the specified Anchor message. Does not implicitly {@link comity.Anchor.verify|verify} messages.
         * @param message Anchor message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: comity.Anchor.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Anchor message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {comity.Anchor & comity.Anchor.$Shape} Anchor
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): comity.Anchor & comity.Anchor.$Shape;
    }

    namespace Anchor {

        /** Properties of an Anchor. */
        interface $Properties {

            /** Anchor network */
            network?: string;

            /** Anchor party */
            party?: string;

            /** Anchor digest */
            digest?: Uint8Array;

            /** Anchor at */
            at?: (number|Long);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Anchor. */
        type $Shape = comity.Anchor.$Properties;
    }
}
