using System.Collections.Immutable;
using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Capabilities.PubSub;
using Klotho.Analysis.Fixes.Annotations;
using Klotho.Analysis.Fixes.Boundaries;
using Klotho.Analysis.Fixes.Calls;
using Klotho.Analysis.Fixes.Handlers;
using Klotho.Analysis.Fixes.Payloads;
using Klotho.Analysis.Reach;
using Klotho.Analysis.Routes;

namespace Klotho.Analysis.Fixes;

/// <summary>Every code fix, and every rule that has none. A new one is a new class and a line here.</summary>
internal static class CodeFixCatalogue
{
    public static readonly ImmutableArray<ICodeFix> All =
    [
        new IdFix(), new HiddenTypeFix(), new InstantiableFix(), new NeedlessAttributeFix(),
        new InterfaceFix(), new TaskResultFix(), new ByReferenceFix(),
        new HandlerSignatureFix(), new MessageTypeFix(), new TopicIdFix(), new KeyMemberFix(), new CronFix(),
        new DerivedTypesFix(), new ConstructorFix(), new LeadsBackFix(),
        new AwaitFix(), new TokenFix(),
    ];

    public static readonly ImmutableArray<UnfixedRule> Without =
    [
        new(AnnotationRules.IdOfTwoKinds, "Only the author knows what each of the two is to be called."),
        new(AnnotationRules.WrongTarget, "Another type has other methods, so the code that uses it changes too."),
        new(AnnotationRules.ContradictingUses, "Which of the two is right is for the author to say."),
        new(AnnotationRules.FolderOutsideProject, "The folder itself has to be moved."),
        new(UnitBoundaryRules.Generic, "Which types it is called with is for the author to say, and each becomes a method."),
        new(UnitBoundaryRules.Overload, "The author has to find a name."),
        new(UnitBoundaryRules.TypeCannotCross, "What is sent in its place, and how it is made, is a matter of design."),
        new(UnitBoundaryRules.NotAMethod, "A method takes the place of one that is read, and its callers have to wait."),
        new(UnitBoundaryRules.Circle, "Which of the calls becomes a message is a matter of design."),
        new(UnitBoundaryRules.SharedState, "Where the state is to be kept is a matter of design."),
        new(TopicRules.NobodySubscribes, "What is to be done with the messages has yet to be written."),
        new(TopicRules.HandlersOfOneName, "The author has to find a name."),
        new(TopicRules.FitsNoMessage, "Which messages the handler is to take, and by what they are told apart, is for the author to say."),
        new(RouteRules.PatternNotConstant, "Which pattern it is, only a run of the application tells."),
        new(RouteRules.NotRead, "What is mapped in its place is for the author to write."),
        new(RouteRules.TemplateRefused, "Which template was meant, nothing tells."),
        new(ReachRules.Escape, "The way of the resource through the code has to change."),
        new(ReachRules.UnknownOrigin, "Which resource is meant, only a run of the application tells."),
        new(ReachRules.Reflection, "Which code is meant, only a run of the application tells."),
        new(ReachRules.AwsRequest, "An annotated resource has other methods, and a permission is no C# of the application."),
        new(ReachRules.CallInLoop, "The interface needs a method that takes all at once, and that has yet to be written."),
        new(ReachRules.Vouched, "How the code comes to be one that can be followed is for the author to say."),
        new(ReachRules.VouchedIsWritten, "Which of the two is right is for the author to say."),
    ];
}
